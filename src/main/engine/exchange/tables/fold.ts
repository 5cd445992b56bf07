/**
 * A header or label for comparing: small letters, no accents, and one space for each run of anything that is neither letter, digit nor
 * %.
 */
export function foldLabel(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('%', ' % ')
    .replaceAll(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim()
}
