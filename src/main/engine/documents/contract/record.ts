import { createHash } from 'node:crypto'
import type { MergeValues } from './mergeFields.ts'
import type { ContractDocument } from './types.ts'

/** Name of the attachment that holds a contract's data inside its PDF. */
export const recordName = 'contract.json'

/** What the workspace knows a contract by, beside its words. */
export interface RecordedContract {
  id: string
  /** Counts what was sent, from 1. */
  version: number
  template: { id: string; version: number }
  /** Id of the contract this one amends. */
  amends: string | null
  fields: MergeValues
}

/** A contract's data as it travels inside its PDF, so that a PDF that comes back is recognised and can be compared. */
export interface ContractRecord extends RecordedContract {
  format: 'troupe-contract'
  formatVersion: 1
  number: string
  title: string
  language: string
  /** SHA-256 of the words, hexadecimal: see `wordsHashOf`. */
  wordsHash: string
  parties: ContractDocument['parties']
  clauses: { id: string; version: number; kind: string; heading: string; paragraphs: string[] }[]
  deliverables: ContractDocument['deliverables']
  schedule: ContractDocument['schedule']
  compensation: ContractDocument['compensation']
  compensationTotal: string | null
  signatures: { role: string; name: string; field: string }[]
}

/** The record of a contract that is about to be drawn; `fields` are the names of its signature fields, in their order. */
export function recordOf(document: ContractDocument, recorded: RecordedContract, fields: readonly string[]): ContractRecord {
  const { number, title, language, parties, deliverables, schedule, compensation, compensationTotal } = document
  return {
    format: 'troupe-contract',
    formatVersion: 1,
    ...recorded,
    number,
    title,
    language,
    wordsHash: wordsHashOf(document),
    parties,
    clauses: clausesOf(document),
    deliverables,
    schedule,
    compensation,
    compensationTotal,
    signatures: document.signatures.map(({ role, name }, at) => ({ role, name, field: fields[at] ?? role })),
  }
}

/** SHA-256 over all that the parties agree to (parties, headings and texts of the clauses, tables) as JSON in this order. Page size, logo
 *  and who signs are no part of it. */
function wordsHashOf(document: ContractDocument): string {
  const { title, parties, deliverables, schedule, compensation, compensationTotal } = document
  const clauses = clausesOf(document).map(({ heading, paragraphs }) => [heading, paragraphs])
  const words = [title, parties, clauses, deliverables, schedule, compensation, compensationTotal]
  return createHash('sha256').update(JSON.stringify(words)).digest('hex')
}

function clausesOf({ clauses }: ContractDocument): ContractRecord['clauses'] {
  return clauses.map(({ id, version, kind, heading, paragraphs }) => ({
    id,
    version,
    kind,
    heading,
    paragraphs: paragraphs.map((parts) => parts.map(({ text }) => text).join('')),
  }))
}
