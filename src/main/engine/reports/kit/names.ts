import { platformById, PLATFORMS } from '#src/shared/domain/platforms.ts'

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** "pt" as "Portuguese"; what is no code stays as it is written. */
export function languageLabel(written: string): string {
  return /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(written) ? (languages.of(written) ?? written) : written
}

/** "instagram" as "Instagram"; a platform of the workspace's own stays as it is. */
export function platformLabel(platform: string): string {
  return platformById(platform)?.label ?? platform
}

/** "reel" as "Reel", by the platform's own list or, without one, by any platform's. */
export function formatLabel(format: string, platform: string | null): string {
  const known = platform === null ? PLATFORMS : PLATFORMS.filter(({ id }) => id === platform)
  return known.flatMap(({ formats }) => formats).find(({ id }) => id === format)?.label ?? format
}

/** The first letter as a capital. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
