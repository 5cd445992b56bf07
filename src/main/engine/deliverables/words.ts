import { platformById } from '#src/shared/domain/platforms.ts'

/** A platform and a format in words, "Instagram reel"; what was typed where they are new. */
export function formatInWords({ platform, format }: { platform: string; format: string }): string {
  const known = platformById(platform)
  return `${known?.label ?? platform} ${(known?.formats.find(({ id }) => id === format)?.label ?? format).toLowerCase()}`
}
