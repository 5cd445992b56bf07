import { create } from 'zustand'
import type { GrantedFile } from '#src/shared/shell.ts'
import { client } from '../../../api/client.ts'
import type { Report } from './verdict-words.ts'

interface Checking {
  file: GrantedFile | null
  report: Report | null
  problem: unknown
  isBusy: boolean
  /** Checks the signatures of a file; nothing of it is kept. */
  check(file: GrantedFile): Promise<void>
  clear(): void
}

const nothing = { file: null, report: null, problem: null, isBusy: false }

/** The one file that is being looked at: dropped anywhere on the page of contracts, shown in its panel. */
export const useChecking = create<Checking>()((set, get) => ({
  ...nothing,
  async check(file) {
    set({ ...nothing, file, isBusy: true })
    // Another file may have been dropped meanwhile.
    const tell = (found: Partial<Checking>) => get().file === file && set({ ...found, isBusy: false })
    await client.contracts.verify({ file: file.grant }).then(
      (report) => tell({ report }),
      (problem: unknown) => tell({ problem }),
    )
  },
  clear: () => set(nothing),
}))
