import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, without a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')
/** For what can be made again: build stamps, the preview's browser profile, the record of a failed download. */
export const cacheFolder = join(root, '.cache')
/** Where Node keeps what it has compiled: a command then starts in two thirds of the time. */
export const compiledFolder = join(cacheFolder, 'compiled')
export const modules = join(root, 'node_modules')
export const builtFolder = join(root, 'out')
