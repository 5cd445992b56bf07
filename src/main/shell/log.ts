import { createWriteStream, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeOwnFolder } from '../doors/own-folder.ts'

const mostBytes = 1_000_000

/** Where the log lies, in the folder of the user's settings. */
export function logFile(userData: string): string {
  return join(userData, 'logs', 'engine.log')
}

/** Takes what the engine process says: on to standard error, for whoever started Troupe from a console, and into `file`, for everyone else.
 *  A long log makes room for a new one at the start; the one before is kept beside it. */
export function openLog(file: string): (text: Uint8Array) => void {
  makeOwnFolder(dirname(file))
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.old`)
  const kept = createWriteStream(file, { flags: 'a' })
  // A full disk must not end the application; the console still hears.
  kept.on('error', (error) => process.stderr.write(`The log cannot be written: ${error.message}\n`))
  return (text) => {
    process.stderr.write(text)
    kept.write(text)
  }
}
