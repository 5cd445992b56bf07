import { parseHandle } from '#src/shared/domain/handles.ts'
import type { Handle } from '#src/shared/domain/handles.ts'
import { problem } from '#src/shared/domain/parsed.ts'
import type { Parsed } from '#src/shared/domain/parsed.ts'
import { platformOfWord } from '#src/shared/domain/platforms.ts'

const QUOTED = problem('A handle holds no quotation marks.')
const TOO_LONG = problem('This is too long to be a handle.')
const longestHandle = 300
const ends = /^["'“”„‟«»‹›‘’‚`´\s]+|["'“”„‟«»‹›‘’‚`´\s]+$/gu

const simple = /^@*[\w.]+$/
const oneAddress = /^https?:\/\/[\w./@?=&%-]+$/

/** A cell without the quotes around it, which are none of a handle. */
export function unquoted(cell: string): string {
  return cell.replaceAll(ends, '')
}

/** What a cell of handles says: usually one, or several (`@ana / @ana_b`, `IG: @ana, TT: @ana.t`, one below the other). */
export function handlesIn(cell: string, platform: string | null): Parsed<Handle>[] {
  // Nearly every cell is a plain handle or one address.
  if (simple.test(cell) || oneAddress.test(cell)) return [checked(parseHandle(cell, platform))]
  const text = unquoted(cell)
  const parts = partsOf(text)
  return (parts ?? [text]).map((part) => checked(partHandle(part, platform)))
}

/** The `@handle` that stands beside a name in one cell (`Ana Bell (@ana.bell)`), and the name without it; null where none does. */
export function mentionIn(text: string): { name: string; handle: string } | null {
  const [, before = '', handle, after = ''] = /^(.*?[\s([|–—-])(@[\w.]*\w)[\s)\]]*(.*)$/su.exec(text) ?? []
  const name = `${before.replace(/[\s([|–—-]+$/u, '')} ${after}`.trim()
  return handle === undefined || name === '' || name.includes('@') ? null : { name, handle }
}

/** Several accounts in one text; null where it is one, or one name with such signs in it. */
function partsOf(text: string): string[] | null {
  for (const separator of [/\n+/, /\s*[;|,]\s*/, /\s+[/&+]\s+|\s+(?:and|und|et|y|e|и)\s+/i, /(?<=^@[\w.]+)\/(?=@)/, /\s+(?=@|https?:)/]) {
    const parts = text.split(separator).filter((part) => part.trim() !== '')
    if (parts.length > 1 && parts.every(isAccount)) return parts
  }
  return null
}

function isAccount(part: string): boolean {
  return /^[@＠]\s?\S/.test(part) || /^(?:https?:\/\/|www\.)/i.test(part) || labelled(part) !== null
}

/** `IG: ana`, `TikTok @ana`, `@ana (TikTok)`; not `Li Wei`, who is on no LinkedIn. */
function labelled(part: string): { platform: string; handle: string } | null {
  const [, before, afterColon, afterBlank] =
    /^([\p{L} ]{1,20}?)\s*(?::\s*(@?[\p{L}\p{N}._-]+)|[\s–-]\s*(@[\p{L}\p{N}._-]+))$/u.exec(part) ?? []
  const [, inFront, after] = /^(@?[\p{L}\p{N}._-]+)\s*[([]([\p{L} ]{1,20})[)\]]$/u.exec(part) ?? []
  const platform = platformOfWord(before ?? after ?? '')
  const handle = afterColon ?? afterBlank ?? inFront
  return platform === null || handle === undefined ? null : { platform, handle }
}

function partHandle(part: string, platform: string | null): Parsed<Handle> {
  const text = unquoted(part)
    .replace(/^＠/, '@')
    .replace(/[,;:/\s]+$/, '')
  if (/^(?:https?:\/\/|www\.)|^[\w-]+(?:\.[\w-]+)+\//i.test(text)) return parseHandle(part.trim(), platform)
  const said = labelled(text)
  if (said) return parseHandle(said.handle, said.platform)
  const mention = text.startsWith('@') ? (/^@\s?[\w.]*\w(?=[\s(,;/]|$)/.exec(text)?.[0] ?? null) : (mentionIn(text)?.handle ?? null)
  return parseHandle(mention ?? text, platform)
}

function checked(parsed: Parsed<Handle>): Parsed<Handle> {
  if (parsed.kind !== 'value') return parsed
  const { handle } = parsed.value
  if (handle.length > longestHandle) return TOO_LONG
  return /["“”„‟«»]/u.test(handle) && !handle.includes(' ') ? QUOTED : parsed
}
