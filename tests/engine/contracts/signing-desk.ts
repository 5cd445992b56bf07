import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { hasPoppler, poppler, textOf } from '#tests/engine/documents/support/poppler.ts'
import { agencyWithDraft, type Agency } from './setup.ts'

/** An agency with two drafts, a clock that can be set, and what tests of signing ask for again and again. */
export async function signingDesk(made: Parameters<typeof agencyWithDraft>[0] = {}, today?: string) {
  const agency = await agencyWithDraft(made, today)
  const { call, engine, folder, ports } = agency
  const mira = { signerName: 'Mira Sommer' }
  const ana = { signerName: 'Ana Martins' }
  return {
    ...agency,
    mira,
    ana,
    /** Sets the computer's clock; it runs on from there. */
    setClock(instant: string) {
      let second = 0
      ports.clock.now = () => new Date(Date.parse(instant) + 1000 * second++).toISOString()
      ports.clock.today = () => instant.slice(0, 10)
    },
    /** Gives a file to read. */
    toRead(bytes: Uint8Array, name = 'given.p12') {
      writeFileSync(join(folder, name), bytes)
      return engine.grants.toRead(join(folder, name))
    },
    toWrite: (name: string) => engine.grants.toWrite(join(folder, name)),
    at: (name: string) => join(folder, name),
    async pdfOf(documentId: string) {
      return new Uint8Array(await (await call.contracts.document({ documentId })).pdf.arrayBuffer())
    },
    async statusOf(id: string) {
      return (await call.contracts.show({ id })).status
    },
  }
}

/** What a workspace holds of signing: nothing of it may change where a signature was refused. */
export function signingRows({ engine }: Pick<Agency, 'engine'>): unknown {
  const { reader } = engine.contextFor('test').workspace
  const tables = ['contract_signature', 'contract_document', 'contract_event', 'contract_version', 'signing_identity', 'sealed_key', 'file']
  return tables.map((table) => [table, reader.prepare(`SELECT count(*) FROM ${table}`).pluck().get()])
}

/** The signatures of a kept PDF are in these fields and hold, for the workspace and, where it is installed, for pdfsig. */
export async function expectValid(
  { call, pdfOf }: Pick<Awaited<ReturnType<typeof signingDesk>>, 'call' | 'pdfOf'>,
  documentId: string,
  fields: readonly string[],
): Promise<Uint8Array> {
  const report = await call.contracts.verifyDocument({ documentId })
  expect(report).toMatchObject({ status: 'valid', alterations: [] })
  const found = report.signatures.map(({ field, intact, trusted }) => [field, intact, trusted])
  expect(found).toEqual(fields.toSorted().map((field) => [field, true, true]))
  const pdf = await pdfOf(documentId)
  if (hasPoppler) expect(poppler('pdfsig', pdf).match(/Signature is Valid/g)).toHaveLength(fields.length)
  return pdf
}

/** The text of a PDF holds these words, as poppler reads it where it is installed. */
export function expectText(pdf: Uint8Array, words: readonly string[], options: string[] = []): void {
  if (!hasPoppler) return
  const text = textOf(pdf, options)
  for (const word of words) expect(text).toContain(word)
}
