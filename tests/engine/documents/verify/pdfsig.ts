import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What pdfsig says of each signature of a file, in its order; null where it cannot read the file. */
export function pdfsigOn(bytes: Uint8Array): ('valid' | 'not valid')[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'troupe-pdfsig-'))
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes)
    const { stdout, status, signal } = spawnSync('pdfsig', ['-nocert', 'file.pdf'], { cwd: folder, encoding: 'utf8', timeout: 60_000 })
    if (signal) throw new Error(`pdfsig ended with ${signal}.`)
    const found = Array.from(stdout.matchAll(/^ {2}- Signature Validation: (.*)$/gm), ([, word]) =>
      word === 'Signature is Valid.' ? 'valid' : 'not valid',
    )
    return status === 0 || status === 2 || found.length > 0 ? found : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
