import platformData from '../../../resources/platforms.json' with { type: 'json' }

/** A place where creators publish. A new platform is a new entry in resources/platforms.json, not code. */
export type Platform = {
  readonly id: string
  readonly label: string
  /** Other words lists use for it, in lower case. */
  readonly synonyms: readonly string[]
  readonly formats: readonly { readonly id: string; readonly label: string }[]
  readonly hosts: readonly string[]
  /** Hosts of links that lead somewhere without saying to whom. */
  readonly shortLinkHosts: readonly string[]
  /** Hosts under which each creator has a site; there the address itself is the handle. */
  readonly siteHosts: readonly string[]
  /** Handle pattern → profile address; the first that fits is taken. */
  readonly profileUrls: readonly { readonly pattern: string; readonly url: string; readonly isExactCase?: boolean }[]
  /** Paths of profile addresses, most telling first; `*` is any one part. */
  readonly profilePaths: readonly string[]
  /** Paths that are the handle as a whole, because the same name in another place is somebody else. */
  readonly pathsThatAreHandles: readonly string[]
  /** Paths whose address can't be made from the handle alone, and so is kept. */
  readonly pathsWithOwnAddress: readonly string[]
  /** First parts of a path that are never a handle. */
  readonly reserved: readonly string[]
}

/** Every platform the product ships with (facts.md §13). */
export const PLATFORMS: readonly Platform[] = platformData

const byId = new Map(PLATFORMS.map((platform) => [platform.id, platform]))
const byWord = new Map(
  PLATFORMS.flatMap(({ id, label, synonyms }) => [id, label.toLowerCase(), ...synonyms].map((word) => [word, id] as const)),
)

const byHost = new Map(
  PLATFORMS.flatMap((platform) => {
    const hosts = [...platform.hosts, ...platform.shortLinkHosts, ...platform.siteHosts]
    return hosts.map((host) => [host, platform] as const)
  }),
)

/** The platform with this id, or null: a workspace may know platforms of its own. */
export function platformById(id: string): Platform | null {
  return byId.get(id) ?? null
}

/** The id of the platform a word in a list names ("IG", "Tik Tok", "Twitter", "instagram.com"), or null. */
export function platformOfWord(word: string): string | null {
  const plain = word.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  return byWord.get(plain) ?? platformOfHost(plain)?.id ?? null
}

/** The platform a host belongs to, with or without a subdomain ("m.youtube.com"), or null. */
export function platformOfHost(host: string): Platform | null {
  for (let known = host; known.includes('.'); known = known.slice(known.indexOf('.') + 1)) {
    const platform = byHost.get(known)
    if (platform !== undefined) return platform
  }
  return null
}

/** Whether `host` is one of `hosts` or a subdomain of one. */
export function isUnderAny(host: string, hosts: readonly string[]): boolean {
  return hosts.some((known) => host === known || host.endsWith(`.${known}`))
}
