import { safeLink } from '../../html/text.ts'

/** Where a line of the contact leads: mail for an address of mail, the web for one of the web; null for a name or a number. */
export function contactAddress(line: string): string | null {
  const text = line.trim()
  if (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text)) return safeLink(`mailto:${text}`)
  if (/^https?:\/\//i.test(text)) return safeLink(text)
  return /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/\S*)?$/u.test(text) && !/^[\d.]+$/.test(text)
    ? safeLink(`https://${text}`)
    : null
}
