import { makeFolder } from '../engine/db/make-folder.ts'

/** Makes a folder that nobody but this user may look into, with those above it. Raises READ_ONLY, and throws what the system throws. */
export function makeOwnFolder(folder: string): void {
  makeFolder(folder, 0o700)
}
