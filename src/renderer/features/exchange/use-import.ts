import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GrantedFile } from '#src/shared/shell.ts'
import { client } from '../../api/client.ts'
import { today } from '../../ui/format.ts'
import type { Reading } from './import-types.ts'

/** One file on its way into the roster: how it is read, what that would do, and doing it. */
export function useImport(file: GrantedFile) {
  const [reading, setReading] = useState<Reading>(() => ({ takenOn: today() }))
  const options = { file: file.grant, ...reading }
  const preview = useQuery({
    queryKey: ['import preview', options],
    queryFn: ({ signal }) => client.creators.importPreview(options, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const run = useMutation({ mutationFn: () => client.creators.import(options) })
  return { reading, change: (changes: Partial<Reading>) => setReading((now) => ({ ...now, ...changes })), preview, run }
}
