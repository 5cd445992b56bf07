import { resolve } from 'node:path'
import type { Grants } from '../../engine/grants.ts'

/** Turns the paths that a person typed into grants; the engine itself is never given a path. */
export interface Files {
  toRead(path: string): string
  toWrite(path: string): string
  /** Raises what writing there would raise. */
  expectPlace(path: string): Promise<void>
}

export function filesFrom(folder: string, grants: Grants): Files {
  return {
    toRead: (path) => grants.toRead(resolve(folder, path)),
    toWrite: (path) => grants.toWrite(resolve(folder, path)),
    expectPlace: async (path) => (await grants.stage(grants.toWrite(resolve(folder, path)), '')).abandon(),
  }
}
