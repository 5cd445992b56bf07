import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './workspace.ts'

/** Why small and read-only disks cannot be made here; null where they can. Making them needs Linux and an administrator who may mount. */
export const noDisks: string | null = whyNoDisks()

function whyNoDisks(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs Linux and root'
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' })
    return null
  } catch {
    return 'root may not mount here'
  }
}

/** A disk of so many bytes of its own, gone when the test ends. */
export function smallDisk(bytes: number): string {
  const folder = temporaryFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'troupe-test', folder])
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  return folder
}

/** From now on nothing in this folder of `smallDisk` can be changed, by nobody. */
export function makeReadOnly(disk: string): void {
  execFileSync('mount', ['-o', 'remount,ro', disk])
}

/** The user who owns nothing, on Debian and most other systems. */
const nobody = 65_534

/** Takes the right to write in a folder away until the test ends. Permissions don't hold for root, who acts as somebody else until then. */
export function protect(folder: string): void {
  chmodSync(folder, 0o555)
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(nobody)
  onTestFinished(() => {
    if (isRoot) process.seteuid?.(0)
    chmodSync(folder, 0o755)
  })
}
