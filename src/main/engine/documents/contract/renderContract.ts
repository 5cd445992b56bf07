import { createDocument, documentBytes } from '../page/document.ts'
import { drawFrame } from '../page/frame.ts'
import { ensureRoom, startFlow } from '../page/flow.ts'
import { startForm } from '../page/formField.ts'
import { checkImage } from '../page/images.ts'
import { auditPage } from './auditPage.ts'
import { auditWords } from './auditWords.ts'
import { clauseHeight, clauseSection } from './clauseSection.ts'
import { clauseLibrary, type Labels } from './library.ts'
import { letterhead } from './letterhead.ts'
import { partiesBlock } from './partiesBlock.ts'
import { recordName, recordOf, type ContractRecord, type RecordedContract } from './record.ts'
import { signatureHeight, signatureSection } from './signatureSection.ts'
import type { ContractDocument, RenderedContract } from './types.ts'

/** Sets a contract as a tagged PDF/A-3 with empty signature fields, an audit page that signatures fill in, and, where `recorded` is given,
 *  the contract's data attached. The same data gives the same bytes. Raises NOT_AN_IMAGE for a logo that can't be read, NOT_FOUND for a
 *  language without clauses. Keeps no state but caches, so it may run in any number of workers. */
export async function renderContract(contract: ContractDocument, recorded?: RecordedContract): Promise<RenderedContract> {
  const { labels } = clauseLibrary(contract.language)
  const doc = createDocument(
    {
      title: `${contract.title} ${contract.number}`,
      author: contract.branding.name,
      ...(contract.campaign ? { subject: contract.campaign } : {}),
      language: contract.language,
      createdAt: contract.createdAt,
    },
    contract.pageSize,
    isArchivable(contract) ? 'archival' : 'tagged',
  )
  const flow = startFlow(doc)
  startForm(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  letterhead(flow, root, contract, labels)
  partiesBlock(flow, root, contract, labels)
  const clauses = contract.clauses.filter((clause) => clause.kind !== 'signatures')
  clauses.forEach((clause, at) => {
    // Signatures never stand alone on a page: the last clause comes with them.
    if (at === clauses.length - 1) ensureRoom(flow, clauseHeight(flow, clause) + signatureHeight(flow, contract, labels))
    clauseSection(flow, root, clause, at + 1, contract, labels)
  })
  const places = signatureSection(flow, root, contract, clauses.length + 1, labels)
  const fields = places.map(({ field }) => field)
  const record = recorded ? recordOf(contract, recorded, fields) : null
  auditPage(flow, root, { number: contract.number, record, blocks: contract.signatures, places }, auditWords(contract.language), labels)
  root.end()
  if (record) attach(doc, record, contract.createdAt)
  const { count } = doc.bufferedPageRange()
  drawFrame(doc, frameOf(contract, labels))
  return { bytes: await documentBytes(doc), pages: count, signaturePlaces: places }
}

/** A logo in inks can be printed, and keeps the file from being PDF/A. */
function isArchivable({ branding }: ContractDocument): boolean {
  return !branding.logo || !checkImage(branding.logo, 'The agency’s logo').isInk
}

/** PDF/A-3 wants to know how an attachment relates to the document: this one holds what the document was made from. */
function attach(doc: PDFKit.PDFDocument, record: ContractRecord, at: Date): void {
  doc.file(Buffer.from(JSON.stringify(record, null, 1)), {
    name: recordName,
    type: 'application/json',
    relationship: 'Source',
    description: record.title,
    creationDate: at,
    modifiedDate: at,
  } as object)
}

function frameOf(contract: ContractDocument, labels: Labels): Parameters<typeof drawFrame>[1] {
  const number = labels.contractNumber.replace('{number}', contract.number)
  return {
    headLeft: contract.branding.name,
    headRight: number,
    footLeft: `${contract.title} · ${number}`,
    footRight: labels.page,
  }
}
