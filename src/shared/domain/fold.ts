/** Text as it is compared and searched: without accents, case and surplus white space, so that "José  PÉREZ" and "jose perez" are one. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}+/gu, '').normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
