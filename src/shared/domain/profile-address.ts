import { isUnderAny, platformOfHost, type Platform } from './platforms.ts'

/** A web address in parts: host in lower case without "www.", path parts decoded. */
export type Address = { readonly host: string; readonly path: readonly string[]; readonly query: string }

/** The parts of a web address, with or without its scheme; null for text that is none ("khaby.lame" is a handle, not a host). */
export function addressOf(text: string): Address | null {
  if (!/[./]/.test(text)) return null
  const scheme = /^(?:https?:)?\/\//i.exec(text)?.[0] ?? ''
  const rest = text.slice(scheme.length)
  const hostEnd = rest.search(/[/?#]/)
  const host = (hostEnd === -1 ? rest : rest.slice(0, hostEnd)).toLowerCase().replace(/^www\./, '')
  if (!/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(host)) return null
  if (scheme === '' && hostEnd === -1 && !isPlatformsOwn(host)) return null
  const [path = '', query = ''] = (hostEnd === -1 ? '' : rest.slice(hostEnd)).split('#', 1).join('').split('?')
  return {
    host,
    path: path
      .split('/')
      .filter((part) => part !== '')
      .map(decoded),
    query,
  }
}

function isPlatformsOwn(host: string): boolean {
  const platform = platformOfHost(host)
  return platform !== null && (platform.hosts.includes(host) || isUnderAny(host, platform.siteHosts))
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A stray % is part of the name as written.
    return part
  }
}

/** What a profile address says: the handle, and the address itself where it can't be made from the handle. */
export type ProfileInAddress = { readonly handle: string; readonly ownUrl: string | null }

/** Whose profile the address is on `platform`; null where it leads to a post or a page of the platform's own. */
export function profileInAddress(address: Address, platform: Platform): ProfileInAddress | null {
  for (const template of platform.pathsThatAreHandles) {
    const name = capture(template, address, platform)
    if (name !== null) return { handle: template.replace('{handle}', name), ownUrl: null }
  }
  for (const template of platform.pathsWithOwnAddress) {
    const handle = capture(template, address, platform)
    const path = template.replace('{handle}', encodeURIComponent(handle ?? ''))
    if (handle !== null) return { handle, ownUrl: `https://www.${platform.hosts[0]}/${path}` }
  }
  for (const template of platform.profilePaths) {
    const handle = capture(template, address, platform)
    if (handle !== null) return { handle, ownUrl: null }
  }
  return null
}

function capture(template: string, { path, query }: Address, { reserved }: Platform): string | null {
  const [templatePath = '', parameter] = template.split('?')
  let handle: string | null = null
  for (const [place, expected] of templatePath.split('/').entries()) {
    const part = path[place]
    if (part === undefined) return null
    if (expected === '@{handle}') handle = part.startsWith('@') ? part.slice(1) : ''
    else if (expected === '{handle}') handle = reserved.includes(part.toLowerCase()) ? '' : part.replace(/^@/, '')
    else if (expected !== '*' && expected !== part.toLowerCase()) return null
  }
  if (parameter !== undefined) handle = new URLSearchParams(query).get(parameter.replace('={handle}', ''))
  return handle === '' ? null : handle
}
