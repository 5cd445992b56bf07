import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import type { Mark } from '../../../ui/signature/SignaturePad.tsx'

/** Stands for the identity that belongs to the name, made where there is none. */
export const newIdentity = 'by name'

/** What the agency fills in to sign, and the same as the engine takes it; null while something is missing. */
export function useAgencySigning(suggestedName: string) {
  const [values, setValues] = useState({ identityId: newIdentity, name: suggestedName, passphrase: '', reason: '' })
  const [mark, setMark] = useState<Mark | null>(null)
  const identities = useQuery(api.identities.list.queryOptions({ input: {} }))
  const identity = identities.data?.find(({ id }) => id === values.identityId)
  const needsPassphrase = identity?.keptWith === 'passphrase'
  const isWhole = mark !== null && values.name.trim() !== '' && !(needsPassphrase && values.passphrase === '')
  const input = isWhole
    ? {
        signerName: values.name.trim(),
        mark,
        ...(identity ? { identityId: identity.id, signerEmail: identity.email } : {}),
        ...(needsPassphrase ? { passphrase: values.passphrase } : {}),
        ...(values.reason.trim() ? { reason: values.reason.trim() } : {}),
      }
    : null
  const change = (changes: Partial<typeof values>) => setValues((now) => ({ ...now, ...changes }))
  return { values, identity, change, onMark: setMark, input }
}

export type AgencySigning = ReturnType<typeof useAgencySigning>
