import { describe, expect, test } from 'vitest'
import { fillClauses } from '#src/main/engine/documents/contract/fillClauses.ts'
import { clauseLibrary, contractTemplates, fieldInfos, templateWithClauses } from '#src/main/engine/documents/contract/library.ts'
import { mergeFields } from '#src/main/engine/documents/contract/mergeFields.ts'
import { exampleValues } from './support/sample.ts'

function textOfAll({ clauses }: ReturnType<typeof fillClauses>): string {
  return clauses
    .flatMap((clause) => clause.paragraphs.flat())
    .map(({ text }) => text)
    .join('\n')
}

function text(id: string): string {
  return clauseLibrary('en').clauses.get(id)?.text.join(' ') ?? ''
}

describe('the clause library', () => {
  test('asks only for known fields, and every field is asked for somewhere', () => {
    const all = [...clauseLibrary('en').clauses.values()].flatMap((clause) => clause.text).join('\n')
    const asked = [...all.matchAll(/\{\{([^}]*)\}\}/g)].map((match) => match[1])
    expect(new Set(asked)).toEqual(new Set(mergeFields))
    expect(fieldInfos('en').map(({ id }) => id)).toEqual([...mergeFields])
  })

  test('has a clause for everything a contract must say', () => {
    const kinds = new Set(templateWithClauses('paid-post', 'en').texts.map(({ kind }) => kind))
    for (const kind of [
      'parties',
      'deliverables',
      'schedule',
      'compensation',
      'approval',
      'ownership',
      'exclusivity',
      'disclosure',
      'claims',
      'safety',
      'incidents',
      'cancellation',
      'breach',
      'dispute',
      'law',
      'signatures',
    ])
      expect(kinds).toContain(kind)
  })

  test('says what the field expects of those clauses', () => {
    expect(text('ownership')).toMatch(/belongs to the Creator.*repost.*may not be edited/s)
    expect(text('ownership.ugc')).toMatch(/Brand receives the exclusive right/)
    expect(text('disclosure')).toMatch(/clearly and conspicuously.*caption or the first comment/)
    expect(text('dispute')).toMatch(/Before going to court.*mediation/)
    expect(text('breach')).toMatch(/speaks with the other first/)
    expect(text('compensation')).toMatch(/rounded to the smallest unit of .*, half a unit upwards/)
    expect(text('safety')).toMatch(/Work done until then is paid/)
  })

  test('every template begins with the parties and ends with the signatures', () => {
    expect(contractTemplates('en').map(({ id }) => id)).toEqual(['paid-post', 'gifting-only', 'ugc-only'])
    for (const { clauses } of contractTemplates('en')) expect([clauses[0], clauses.at(-1)]).toEqual(['parties', 'signatures'])
  })

  test('an unknown template or language is refused', () => {
    expect(() => fillClauses('barter', {})).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(() => fillClauses('paid-post', {}, 'xx')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })
})

describe('filling clauses', () => {
  const templates = contractTemplates('en').map(({ id }) => id)
  test.each(templates)('%s: with every value known nothing is missing and no placeholder is left', (template) => {
    const filled = fillClauses(template, exampleValues())
    expect(filled.missing).toEqual([])
    expect(textOfAll(filled)).not.toMatch(/\{\{|\}\}|undefined|null|\[/)
  })

  test('what is not known is a marked blank and is reported with the clauses that need it', () => {
    const filled = fillClauses('paid-post', { ...exampleValues(), 'usage.months': null, 'agency.name': undefined })
    expect(filled.missing).toEqual([
      { field: 'agency.name', label: 'Agency’s name', clauses: ['parties'] },
      { field: 'usage.months', label: 'Months of use', clauses: ['ownership'] },
    ])
    const blanks = filled.clauses.flatMap((clause) => clause.paragraphs.flat()).filter(({ isMissing }) => isMissing)
    expect(blanks.map(({ text }) => text)).toEqual(['[Agency’s name: to be completed]', '[Months of use: to be completed]'])
  })

  test('with nothing known every field is missing except the optional ones, and nothing reads “undefined”', () => {
    const filled = fillClauses('paid-post', {})
    const known = new Set(filled.missing.map(({ field }) => field))
    expect(known.has('brief.tags')).toBe(false)
    expect(known.has('creator.name')).toBe(true)
    expect(textOfAll(filled)).not.toMatch(/undefined|null|\{\{/)
  })

  test('an optional sentence goes with its value, and a clause about something not agreed goes as a whole', () => {
    const filled = fillClauses('paid-post', { ...exampleValues(), 'brief.restrictions': '', 'exclusivity.category': '' })
    expect(filled.missing).toEqual([])
    expect(filled.clauses.some(({ kind }) => kind === 'exclusivity')).toBe(false)
    expect(filled.clauses.find(({ kind }) => kind === 'claims')?.paragraphs).toHaveLength(2)
  })

  test('each filled value says which field it came from', () => {
    const filled = fillClauses('paid-post', exampleValues())
    const value = filled.clauses.flatMap((clause) => clause.paragraphs.flat()).find(({ field }) => field === 'campaign.name')
    expect(value).toEqual({ text: 'Spring breakfast', field: 'campaign.name' })
  })

  test('a value that looks like a field stays a value', () => {
    const filled = fillClauses('paid-post', { ...exampleValues(), 'creator.name': '{{agency.name}}' })
    expect(textOfAll(filled)).toContain('{{agency.name}}')
  })
})
