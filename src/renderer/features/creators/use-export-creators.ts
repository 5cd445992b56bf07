import { client } from '../../api/client.ts'
import { useSave } from '../../api/use-save.ts'
import { counted, today } from '../../ui/format.ts'
import type { Filter } from './roster-search.ts'

interface What {
  ids?: string[]
  filter?: Filter
}

/** Writes creators to a CSV or XLSX file of the person's choice: those given, or all of a filter. */
export function useExportCreators(): (what: What) => void {
  const save = useSave<{ rows: number; fileName: string }>()
  return (what) =>
    save.mutate({
      title: 'Export creators',
      name: `creators ${today()}.csv`,
      write: (file) => client.creators.export({ file, ...what }),
      done: ({ rows, fileName }) => `Wrote ${counted(rows, 'creator')} to ${fileName}`,
    })
}
