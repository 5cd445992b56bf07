import { foldText } from '#src/shared/domain/fold.ts'
import { platformById } from '#src/shared/domain/platforms.ts'

/** A format as the platform's list writes it ("Reel" and "reel" are one); another is a format of the agency's own. Null for any. */
export function formatIdOf(format: string | undefined, platform: string): string | null {
  if (format === undefined) return null
  const plain = plainly(format)
  const known = platformById(platform)?.formats.find(({ id, label }) => plainly(id) === plain || plainly(label) === plain)
  return known?.id ?? format.trim()
}

/** Whether a post's format is the one asked for; any where none is. */
export function isSameFormat(format: string, wanted: string | null): boolean {
  return wanted === null || plainly(format) === plainly(wanted)
}

function plainly(format: string): string {
  return foldText(format.trim()).replaceAll(/[\s_-]+/g, '-')
}
