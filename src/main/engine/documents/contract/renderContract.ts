import { createDocument, documentBytes } from '../page/document.ts'
import { drawFrame } from '../page/frame.ts'
import { ensureRoom, startFlow } from '../page/flow.ts'
import { startForm } from '../page/signatureField.ts'
import { clauseHeight, clauseSection } from './clauseSection.ts'
import { clauseLibrary, type Labels } from './library.ts'
import { letterhead } from './letterhead.ts'
import { partiesBlock } from './partiesBlock.ts'
import { signatureHeight, signatureSection } from './signatureSection.ts'
import type { ContractDocument, RenderedContract } from './types.ts'

/** Sets a contract as a tagged PDF. The same data gives the same bytes. Raises NOT_AN_IMAGE for a logo that can't be read,
 *  NOT_FOUND for a language without clauses. Keeps no state but caches, so it may run in any number of workers. */
export async function renderContract(contract: ContractDocument): Promise<RenderedContract> {
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
  const signaturePlaces = signatureSection(flow, root, contract, clauses.length + 1, labels)
  root.end()
  const { count } = doc.bufferedPageRange()
  drawFrame(doc, frameOf(contract, labels))
  return { bytes: await documentBytes(doc), pages: count, signaturePlaces }
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
