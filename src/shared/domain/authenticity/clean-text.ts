const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  hearts: '♥',
}
/** What comes after this many letters of a comment is not looked at; no person writes so much, and nothing may take long. */
const LONGEST = 4000

/** A comment as a person reads it: without the mark-up, entities and invisible marks of an export; of its links the addresses are left. */
export function cleanComment(raw: string): string {
  return withoutMarkup(raw.slice(0, LONGEST * 2))
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
      name === undefined
        ? character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
        : (NAMED[name.toLowerCase()] ?? whole),
    )
    .normalize('NFKC')
    .replaceAll(/[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
}

function withoutMarkup(text: string): string {
  if (!text.includes('<')) return text
  return text
    .replaceAll(/<br\s*\/?>/gi, ' ')
    .replaceAll(/<a\s[^<>]{0,600}?href="([^"<>]{0,500})"[^<>]{0,600}>([^<]{0,500})<\/a>/gi, (_, address: string, words: string) =>
      isMention(words) ? ` ${words} ` : ` ${address} `,
    )
    .replaceAll(/<\/?[a-z][^<>]{0,600}>/gi, ' ')
}

/** A moment of the video, a hashtag or a person: what YouTube itself makes a link of. */
function isMention(words: string): boolean {
  return /^\s*(?:[#@+]|\d{1,2}:\d\d)/.test(words)
}

function character(code: number): string {
  return code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
}
