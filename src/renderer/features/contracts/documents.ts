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

/** The newest document that a counted signature stands in: what came back and was not accepted never stands for the contract. A scan does
 *  only where there is nothing else. */
export function signedDocument({ documents, signatures }: Pick<Contract, 'documents' | 'signatures'>): Contract['documents'][number] | undefined {
  const signed = documents.filter(({ id }) => signatures.some(({ documentId }) => documentId === id))
  return signed.findLast(({ kind }) => kind !== 'scan') ?? signed.at(-1)
}

/** Scans of paper may be photographs; everything else is a PDF. */
export function isPicture(name: string): boolean {
  return /\.(png|jpe?g)$/i.test(name)
}
