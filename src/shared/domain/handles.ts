import { missingWord } from './cell-words.ts'
import { BLANK, problem, valueOf, type Parsed } from './parsed.ts'
import { isUnderAny, platformById, platformOfHost, platformOfWord, type Platform } from './platforms.ts'
import { addressOf, profileInAddress, type Address } from './profile-address.ts'

/** Who a creator is on one platform. `key` is one for every spelling of a handle; `url` is null where the handle makes no address. */
export type Handle = { readonly platform: string | null; readonly handle: string; readonly key: string; readonly url: string | null }

const E_MAIL = problem('This is an e-mail address; a handle or a profile address is needed.')
const SHORT_LINK = problem('This is a short link; paste the profile’s own address.')
const NOT_A_PROFILE = problem('This address leads to no profile.')

// What nearly every handle is made of: nothing to clean, nothing to wonder about.
const SIMPLE = /^@*[\w.]+$/

// "hidden" or "na" could be somebody's handle; these are what programs write for nothing.
const NEVER_A_HANDLE = new Set(['nan', 'null', 'none', 'undefined', 'n.a', 'n.a.', '.', '..', '...'])

/**
 * Reads a handle, a display name or a profile address: `@Ana`, `ana`, `https://www.instagram.com/ana/?hl=en`, `youtube.com/channel/UC…`,
 * `IG: @ana`. An address tells its own platform; elsewhere it is `platform` (an id). A name with spaces is kept as it stands, without an
 * address.
 */
export function parseHandle(text: string, platform: string | null = null): Parsed<Handle> {
  const isSimple = SIMPLE.test(text)
  const plain = isSimple ? text : clean(text)
  if (NEVER_A_HANDLE.has(plain.toLowerCase())) return missingWord(plain) ?? BLANK
  const missing = isSimple ? null : missingWord(plain)
  if (missing !== null) return missing
  const address = addressOf(plain)
  if (address !== null) return handleOfAddress(address, platform)
  if (isSimple) return plainHandle(plain.replace(/^@+/, ''), platform)
  const labelled = /^(?<label>[\p{L} ]{1,20}): *(?<name>\S.*)$/u.exec(plain)?.groups
  const named = platformOfWord(labelled?.['label'] ?? '')
  if (named !== null && labelled?.['name'] !== undefined) return parseHandle(labelled['name'], named)
  return plainHandle(plain.replace(/^[@ ]+/, ''), platform)
}

function clean(text: string): string {
  const visible = text.normalize('NFC').replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
  return visible.replaceAll(/\s+/g, ' ').trim()
}

function plainHandle(handle: string, platform: string | null): Parsed<Handle> {
  if (handle === '') return BLANK
  return handle.includes('@') && /^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u.test(handle) ? E_MAIL : valueOf(toHandle(platform, handle))
}

function handleOfAddress(address: Address, hint: string | null): Parsed<Handle> {
  const hinted = hint === null ? null : platformById(hint)
  const platform = platformOfHost(address.host)
  if (platform === null || isSite(address, platform)) return handleOfSite(address, hint, hinted, platform)
  if (isUnderAny(address.host, platform.shortLinkHosts)) return SHORT_LINK
  const profile = profileInAddress(address, platform)
  if (profile === null) return NOT_A_PROFILE
  const handle = toHandle(platform.id, profile.handle)
  return valueOf(profile.ownUrl === null ? handle : { ...handle, url: profile.ownUrl })
}

function isSite({ host }: Address, platform: Platform): boolean {
  return isUnderAny(host, platform.siteHosts)
}

/** A newsletter, blog or podcast, or a platform nobody has described yet: the address itself is the handle. */
function handleOfSite({ host, path }: Address, hint: string | null, hinted: Platform | null, found: Platform | null): Parsed<Handle> {
  if (hinted !== null && hinted.hosts.length > 0 && found === null) return problem(`This address is not on ${hinted.label}.`)
  const isHintAPlatformOfSites = hint !== null && (hinted === null || hinted.hosts.length === 0)
  const handle = [host, ...path].join('/')
  const url = `https://${[host, ...path.map(encodeURIComponent)].join('/')}`
  return valueOf({ ...toHandle(isHintAPlatformOfSites ? hint : (found?.id ?? null), handle), url })
}

function toHandle(platform: string | null, handle: string): Handle {
  return { platform, handle, key: handleKey(platform, handle), url: platform === null ? null : profileUrl(platform, handle) }
}

/** The form of a handle by which two accounts on one platform are the same: without case, except where a platform's ids depend on it. */
export function handleKey(platform: string | null, handle: string): string {
  if (platform !== null && (patternOf(platform, handle)?.isExactCase ?? false)) return handle
  return SIMPLE.test(handle) ? handle.toLowerCase() : handle.normalize('NFKC').toLowerCase().normalize('NFKC')
}

/** The address of a profile, or null where the platform has none for such a handle (a display name with spaces). */
export function profileUrl(platform: string, handle: string): string | null {
  return patternOf(platform, handle)?.url.replace('{handle}', () => encodeURI(handle)) ?? null
}

const compiled = new Map<string, { readonly pattern: RegExp; readonly url: string; readonly isExactCase: boolean }[]>()

function patternOf(platform: string, handle: string): { readonly url: string; readonly isExactCase: boolean } | undefined {
  let patterns = compiled.get(platform)
  if (!patterns) {
    const entries = platformById(platform)?.profileUrls ?? []
    patterns = entries.map(({ pattern, url, isExactCase = false }) => ({ pattern: new RegExp(`^(?:${pattern})$`, 'u'), url, isExactCase }))
    compiled.set(platform, patterns)
  }
  return patterns.find(({ pattern }) => pattern.test(handle))
}
