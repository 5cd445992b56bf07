import type { Contract } from './contract.ts'

type DocumentKind = Contract['documents'][number]['kind']

const words: Readonly<Record<DocumentKind, string>> = {
  rendered: 'Drawn',
  signed: 'Signed by one side',
  countersigned: 'Signed by both',
  returned: 'Came back',
  scan: 'Scan of the paper',
}

/** What a kept document of a contract is, in a word or two. */
export function documentWord(kind: DocumentKind): string {
  return words[kind]
}

/** Scans of paper may be photographs; everything else is a PDF. */
export function isPicture(name: string): boolean {
  return /\.(png|jpe?g)$/i.test(name)
}
