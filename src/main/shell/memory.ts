import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { makeOwnFolder } from '../doors/own-folder.ts'

const Remembered = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) }).optional(),
  isMaximized: z.boolean().optional(),
  /** The folder of the workspace that was open last. */
  workspace: z.string().optional(),
})
export type Remembered = z.infer<typeof Remembered>

/** What the desktop application keeps between two runs, in one small file. */
export interface Memory {
  recall(): Remembered
  keep(news: Remembered): void
}

/** A file that is missing or spoilt is as good as none: nothing in it is worth a question. */
export function openMemory(file: string): Memory {
  const recall = (): Remembered => {
    try {
      return Remembered.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return {}
    }
  }
  return {
    recall,
    keep(news) {
      makeOwnFolder(dirname(file))
      writeFileSync(`${file}.part`, JSON.stringify({ ...recall(), ...news }))
      renameSync(`${file}.part`, file)
    },
  }
}
