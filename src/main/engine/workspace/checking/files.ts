import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unreadable } from '../../file-errors.ts'

export interface KeptFile {
  id: string
  size: number
}

/** Files that are missing or no longer have their content, and those on disk that neither a row names nor a
 *  change that was undone and can be done again. `onFile` is called with the number
 *  looked at. */
export async function checkFiles(
  folder: string,
  files: readonly KeptFile[],
  undone: readonly KeptFile[],
  onFile: (done: number) => void,
): Promise<{ problems: string[]; notes: string[] }> {
  const problems: string[] = []
  for (const [at, { id, size }] of files.entries()) {
    onFile(at)
    const problem = await problemOf(join(folder, id.slice(0, 2), id), id, size)
    if (problem) problems.push(problem)
  }
  const known = new Set([...files, ...undone].map(({ id }) => id))
  const others = (await namesIn(folder)).filter((name) => !known.has(name))
  const notes =
    others.length === 0
      ? []
      : [`Files that belong to nothing: ${others.length}, such as ${others[0]}. They take up room and do no harm, and may be deleted.`]
  return { problems, notes }
}

async function problemOf(path: string, id: string, size: number): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return `The file ${id} is missing.`
  if (found.size !== size) return `The file ${id} has ${found.size} bytes instead of ${size}.`
  try {
    return (await hashOf(path)) === id ? null : `The file ${id} no longer has its content.`
  } catch (error) {
    return (unreadable(`The file ${id}`, error) as Error).message
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}
