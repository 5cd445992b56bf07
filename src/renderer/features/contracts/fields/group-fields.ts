import type { Contract } from '../contract.ts'

export type ContractField = Contract['fields'][number]

export interface FieldGroup {
  id: string
  title: string
  fields: readonly ContractField[]
}

const titles = new Map([
  ['contract', 'This contract'],
  ['agency settings', 'Agency settings'],
  ['client', 'Client'],
  ['creator', 'Creator'],
  ['campaign', 'Campaign'],
  ['brief', 'Brief'],
  ['collaboration', 'What was agreed with the creator'],
  ['usual term', 'Usual terms of the template'],
  ['as signed', 'As it was signed'],
])

/** Fields that some clause of the contract asks for. */
function usedFields({ clauses }: Pick<Contract, 'clauses'>): ReadonlySet<string> {
  const texts = clauses.filter(({ included }) => included).map(({ text }) => text)
  return new Set(texts.flatMap((text) => [...text.matchAll(/\{\{([\w.]+)\}\}/g)].map(([, name = '']) => name)))
}

/** Where a value belongs: the record that has it, or should have it. */
export function originOf({ source }: Pick<ContractField, 'source'>): string {
  return source.replace(/, not given yet$/, '')
}

/** Fields in the order in which a person looks at them: what is blank, what was typed over, then the rest by where it came from; last what
 *  only clauses ask for that are left out. Groups without fields are left out. */
export function groupFields(contract: Pick<Contract, 'fields' | 'clauses'>): FieldGroup[] {
  const used = usedFields(contract)
  const inUse = contract.fields.filter(({ name, edited }) => used.has(name) || edited)
  const known = inUse.filter(({ value, edited }) => value !== null && !edited)
  const groups: FieldGroup[] = [
    { id: 'blank', title: 'Blank', fields: inUse.filter(({ value }) => value === null) },
    { id: 'typed', title: 'Changed here', fields: inUse.filter(({ value, edited }) => edited && value !== null) },
    ...[...titles].map(([source, title]) => ({ id: source, title, fields: known.filter((field) => originOf(field) === source) })),
    { id: 'unused', title: 'In clauses that are left out', fields: contract.fields.filter((field) => !inUse.includes(field)) },
  ]
  return groups.filter(({ fields }) => fields.length > 0)
}
