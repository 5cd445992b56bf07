import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../node_modules/electron')

/** Electron's program, or in one line why there is none to use. It is only looked for: the package itself would fetch it from the network. */
export function electronBinary(): { path: string } | { reason: string } {
  const name = join(folder, 'path.txt')
  if (!existsSync(name)) return { reason: 'its binary is not installed' }
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(name, 'utf8').trim())
  if (!existsSync(path)) return { reason: 'its binary is not installed' }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return { reason: 'there is no display' }
  return { path }
}
