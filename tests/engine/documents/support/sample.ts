import { fillClauses } from '#src/main/engine/documents/contract/fillClauses.ts'
import { clauseLibrary } from '#src/main/engine/documents/contract/library.ts'
import { mergeFields, type MergeValues } from '#src/main/engine/documents/contract/mergeFields.ts'
import type { RecordedContract } from '#src/main/engine/documents/contract/record.ts'
import type { ContractDocument } from '#src/main/engine/documents/contract/types.ts'

/** A value for every merge field: the examples of the library. It is no amendment unless somebody says so. */
export function exampleValues(language = 'en'): MergeValues {
  const { fields } = clauseLibrary(language)
  return { ...Object.fromEntries(mergeFields.map((field) => [field, fields[field].example])), 'amends.number': '', 'amends.date': '' }
}

/** A believable contract, with the given values and parts in place of its own. */
export function sampleContract(values: MergeValues = {}, parts: Partial<ContractDocument> = {}, template = 'paid-post'): ContractDocument {
  const creator = values['creator.name'] ?? 'Ana Martins'
  const filled = fillClauses({ templateId: template, language: 'en', jurisdiction: 'any' }, { ...exampleValues(), ...values })
  return {
    number: 'C-2026-0012',
    title: filled.template.title,
    language: 'en',
    campaign: 'Spring breakfast',
    pageSize: 'A4',
    createdAt: new Date('2026-03-03T09:00:00Z'),
    branding: { name: 'Harbour Lane Agency', accent: '#24507a' },
    parties: [
      { role: 'agency', name: 'Harbour Lane Agency GmbH', lines: ['Speicherstadt 4', '20457 Hamburg, Germany'] },
      { role: 'client', name: 'Oat & Ember Ltd', lines: ['12 Mill Road', 'Leeds LS1 4AP, United Kingdom'] },
      { role: 'creator', name: creator, lines: ['Rua das Flores 12', '1200-194 Lisboa, Portugal', '@ana.cooks on Instagram'] },
    ],
    clauses: filled.clauses,
    deliverables: [
      { count: 2, format: 'Reel', where: 'Instagram, @ana.cooks', details: '30–60 seconds', due: '14 April 2026' },
      { count: 3, format: 'Story', where: 'Instagram, @ana.cooks', details: null, due: null },
    ],
    schedule: [{ date: '7 April 2026', what: 'Drafts of both reels', who: 'Creator' }],
    compensation: [
      { what: 'Two reels, three stories', basis: 'Flat fee', amount: '500.00 EUR' },
      { what: 'Sales through the code ANA10', basis: '5 % of attributed sales', amount: null },
    ],
    compensationTotal: '500.00 EUR',
    signatures: [
      { role: 'agency', name: 'Mira Sommer', capacity: 'Managing director' },
      { role: 'creator', name: creator },
    ],
    ...parts,
  }
}

/** What the workspace knows that contract by. */
export function recordedSample(): RecordedContract {
  const id = '01900000-0000-7000-8000-000000000012'
  return { id, version: 1, template: { id: 'paid-post', version: 1 }, amends: null, fields: exampleValues() }
}
