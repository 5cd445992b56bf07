import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'

/** Makes a folder with those above it and answers with the ones it made, the outermost first. Raises READ_ONLY; then it leaves none behind.
 *  Node's own way of doing this never ends where the system keeps no files, as in /proc. */
export function makeFolder(folder: string, mode?: number): string[] {
  const missing = missingFrom(folder)
  const made: string[] = []
  if (missing.length === 0 && !statSync(folder).isDirectory())
    raise('READ_ONLY', 'There is a file where a folder is needed; nothing was made.')
  try {
    for (const place of missing) if (makeOne(place, mode)) made.push(place)
    return made
  } catch (error) {
    for (const place of made.toReversed()) rmdirSync(place)
    const { code } = error as { code?: string }
    if (code === 'ENOENT' || code === 'ENOTDIR') raise('READ_ONLY', 'No folder can be made at that place; nothing was made.')
    throw error
  }
}

/** Whether it was made here, and not by another process in the same moment. */
function makeOne(place: string, mode: number | undefined): boolean {
  try {
    mkdirSync(place, { mode })
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST' && statSync(place).isDirectory()) return false
    throw error
  }
}

/** Takes folders away again, those of `makeFolder`, as far as nothing is in them. */
export function removeIfEmpty(made: readonly string[]): void {
  for (const place of made.toReversed()) if (existsSync(place) && readdirSync(place).length === 0) rmdirSync(place)
}

function missingFrom(folder: string): string[] {
  const missing: string[] = []
  for (let place = folder; !existsSync(place) && dirname(place) !== place; place = dirname(place)) missing.unshift(place)
  return missing
}
