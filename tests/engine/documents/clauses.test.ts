import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fillClauses } from '#src/main/engine/documents/contract/fillClauses.ts'
import {
  clauseFor,
  clauseLibrary,
  contractLanguages,
  contractTemplate,
  contractTemplates,
  jurisdictionsIn,
  templateWithClauses,
  usualTerms,
} from '#src/main/engine/documents/contract/library.ts'
import { mergeFields } from '#src/main/engine/documents/contract/mergeFields.ts'
import { exampleValues } from './support/sample.ts'

const languages = contractLanguages().map(({ id }) => id)
const templates = contractTemplates('en').map(({ id }) => id)
const everywhere = languages.flatMap((language) => templates.map((template) => [language, template] as const))

function textOfAll({ clauses }: ReturnType<typeof fillClauses>): string {
  return clauses
    .flatMap((clause) => clause.paragraphs.flat())
    .map(({ text }) => text)
    .join('\n')
}

function text(id: string, jurisdiction = 'any'): string {
  return clauseFor(id, 'en', jurisdiction).text.join(' ')
}

const paidPost = { templateId: 'paid-post', language: 'en', jurisdiction: 'any' }

describe('the clause library', () => {
  test('is there in English and German, found by their folders', () => {
    expect(contractLanguages()).toEqual([
      { id: 'de', name: 'Deutsch' },
      { id: 'en', name: 'English' },
    ])
  })

  test('asks only for known fields, and every field is asked for somewhere', () => {
    const all = clauseLibrary('en').clauses.flatMap((clause) => clause.text)
    const asked = [...all.join('\n').matchAll(/\{\{([^}]*)\}\}/g)].map((match) => match[1])
    expect(new Set(asked)).toEqual(new Set(mergeFields))
  })

  test('has a clause of every kind a contract may need', () => {
    const kinds = new Set(clauseLibrary('en').clauses.map(({ kind }) => kind))
    expect(kinds).toEqual(
      new Set(
        (
          'parties,amendment,purpose,term,deliverables,schedule,compensation,approval,ownership,licence,buy-out,exclusivity,disclosure,claims,' +
          'confidentiality,data protection,likeness,safety,late delivery,incidents,cancellation,force majeure,breach,dispute,law,signatures'
        ).split(','),
      ),
    )
  })

  test('says what the field expects of those clauses', () => {
    expect(text('ownership')).toMatch(/belongs to the Creator/)
    expect(text('licence')).toMatch(/repost.*usage\.months.*usage\.channels.*usage\.territory/s)
    expect(text('licence.paid')).toMatch(/through the Creator’s account \(whitelisting.*paidUse\.days/s)
    expect(text('edits')).toMatch(/may not be edited otherwise/)
    expect(text('buyout')).toMatch(/Brand receives the exclusive right/)
    expect(text('disclosure')).toMatch(/clearly and conspicuously.*caption or the first comment/)
    expect(text('dispute')).toMatch(/Before going to court.*mediation/)
    expect(text('breach')).toMatch(/speaks with the other first/)
    expect(text('compensation')).toMatch(/rounded to the smallest unit of .*, half a unit upwards/)
    expect(text('safety')).toMatch(/one side .* the other.*Work done until then is paid/s)
    expect(text('likeness')).toMatch(/face, voice .* consent in writing that names purpose, time and pay/)
    expect(text('incidents')).toMatch(/hacked.*24 hours.*criticism/s)
  })

  test('is worded for a country’s law where that differs, and for any elsewhere', () => {
    expect(jurisdictionsIn('en')).toEqual(['DE', 'GB', 'US'])
    expect(text('disclosure', 'DE')).toContain('§ 5a (4) UWG')
    expect(text('disclosure', 'US')).toContain('16 CFR Part 255')
    expect(text('disclosure', 'FR')).toBe(text('disclosure'))
    expect(text('schedule', 'DE')).toBe(text('schedule'))
  })
})

function shapeOf(language: string) {
  return clauseLibrary(language).clauses.map(({ id, version, jurisdiction, kind, table, onlyWith, text: paragraphs }) => ({
    id,
    version,
    jurisdiction,
    kind,
    table,
    onlyWith,
    asks: paragraphs.map((paragraph) => [...new Set(paragraph.match(/\{\{[^}]*\}\}/g))].toSorted()),
  }))
}

function folder(language: string): URL {
  return new URL(`../../../resources/contracts/${language}/`, import.meta.url)
}

/** What a value is made of, without what it says; how numbers are spelled is each language's own. */
function keys(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return typeof value
  const entries = Object.entries(value).filter(([key]) => key !== 'sets')
  return Object.fromEntries(entries.map(([key, inner]) => [key, keys(inner)]))
}

function keysOfFiles(language: string): Record<string, unknown> {
  const files = readdirSync(folder('en')).filter((name) => name !== 'clauses.json')
  return Object.fromEntries(files.map((file) => [file, keys(JSON.parse(readFileSync(new URL(file, folder(language)), 'utf8')))]))
}

describe('every language', () => {
  test.each(languages)(
    '%s has every clause, version and wording for a country, paragraph by paragraph with the same fields',
    (language) => {
      expect(shapeOf(language)).toEqual(shapeOf('en'))
    },
  )

  test.each(languages)('%s has every key of every file', (language) => {
    expect(readdirSync(folder(language))).toEqual(readdirSync(folder('en')))
    expect(keysOfFiles(language)).toEqual(keysOfFiles('en'))
  })

  test.each(languages.filter((language) => language !== 'en'))('%s leaves nothing in English', (language) => {
    const english = clauseLibrary('en')
    const translated = clauseLibrary(language)
    for (const [i, clause] of translated.clauses.entries()) {
      expect(clause.note).not.toBe(english.clauses[i]?.note)
      expect(clause.text).not.toEqual(english.clauses[i]?.text)
    }
    expect(mergeFields.filter((field) => translated.fields[field].label === english.fields[field].label)).toEqual([])
  })

  test.each(everywhere)('%s: the template %s is whole for every jurisdiction', (language, templateId) => {
    const template = contractTemplate(templateId, language)
    expect([template.clauses[0]?.split('.')[0], template.clauses.at(-1)]).toEqual(['parties', 'signatures'])
    expect(template.optional.every((id) => template.clauses.includes(id))).toBe(true)
    for (const jurisdiction of ['any', ...jurisdictionsIn(language)]) {
      const edits = Object.fromEntries(template.clauses.map((id) => [id, { included: true }]))
      const values = { ...exampleValues(language), ...usualTerms(templateId, language, jurisdiction) }
      const filled = fillClauses({ templateId, language, jurisdiction }, { ...values, 'amends.number': '7', 'amends.date': '1' }, edits)
      expect(filled.missing).toEqual([])
      expect(filled.clauses).toHaveLength(template.clauses.length)
      expect(textOfAll(filled)).not.toMatch(/\{\{|\}\}|undefined|null|\[/)
    }
  })

  test.each(everywhere)('%s: the template %s begins with usual terms of its own', (language, templateId) => {
    const usual = usualTerms(templateId, language, 'any')
    expect(usual['dispute.days']).toBe('45')
    expect(usual['payment.method']).toBeTruthy()
  })
})

function clausesIn(template: string): string[] {
  return templateWithClauses(template, 'en', 'any').texts.map(({ id }) => id)
}

describe('templates', () => {
  test('are the seven that agencies need', () => {
    expect(templates).toEqual(['paid-post', 'gifting-only', 'ambassador', 'ugc-only', 'whitelisting', 'nda', 'insertion-order'])
    expect(contractTemplates('en').filter(({ counterparty }) => counterparty === 'client')).toMatchObject([{ id: 'insertion-order' }])
  })

  test('have the clauses they are known for', () => {
    expect(clausesIn('ambassador')).toEqual(expect.arrayContaining(['term', 'exclusivity', 'confidentiality', 'deliverables.ambassador']))
    expect(clausesIn('ugc-only')).toContain('buyout')
    expect(clausesIn('ugc-only')).not.toContain('disclosure')
    expect(clausesIn('whitelisting')).toEqual(expect.arrayContaining(['add-on', 'licence.paid', 'compensation.add-on']))
    expect(clausesIn('nda')).toEqual(expect.arrayContaining(['purpose', 'confidentiality.nda']))
    expect(clausesIn('nda')).not.toContain('compensation')
    expect(clausesIn('gifting-only')).toContain('compensation.gifting')
    expect(clausesIn('insertion-order')).toEqual(expect.arrayContaining(['parties.client', 'compensation.client', 'disclosure.client']))
    expect(usualTerms('ambassador', 'en', 'any')).toMatchObject({ 'term.months': '12', 'usage.months': '12' })
    expect(usualTerms('nda', 'de', 'any')).toMatchObject({ 'confidentiality.months': '36' })
    expect(usualTerms('paid-post', 'de', 'DE')['disclosure.tags']).toBe('„Werbung“ oder „Anzeige“')
  })

  test('an unknown template or language is refused', () => {
    expect(() => fillClauses({ ...paidPost, templateId: 'barter' }, {})).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(() => fillClauses({ ...paidPost, language: 'xx' }, {})).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })
})

describe('filling clauses', () => {
  test('what is not known is a marked blank and is reported with the clauses that need it', () => {
    const filled = fillClauses(paidPost, { ...exampleValues(), 'usage.months': null, 'agency.name': undefined })
    expect(filled.missing).toEqual([
      { field: 'agency.name', label: 'Agency’s name', clauses: ['parties'] },
      { field: 'usage.months', label: 'Months of use', clauses: ['licence'] },
    ])
    const blanks = filled.clauses.flatMap((clause) => clause.paragraphs.flat()).filter(({ isMissing }) => isMissing)
    expect(blanks.map(({ text: blank }) => blank)).toEqual(['[Agency’s name: to be completed]', '[Months of use: to be completed]'])
  })

  test('a German contract’s blanks are German', () => {
    const filled = fillClauses({ ...paidPost, language: 'de' }, { ...exampleValues('de'), 'law.venue': null })
    expect(textOfAll(filled)).toContain('[Gerichtsstand: noch zu ergänzen]')
  })

  test('with nothing known every field is missing except the optional ones, and nothing reads “undefined”', () => {
    const filled = fillClauses(paidPost, {})
    const known = new Set(filled.missing.map(({ field }) => field))
    expect(known.has('brief.tags')).toBe(false)
    expect(known.has('creator.name')).toBe(true)
    expect(textOfAll(filled)).not.toMatch(/undefined|null|\{\{/)
  })

  test('an optional sentence goes with its value, and a clause about something not agreed goes as a whole', () => {
    const filled = fillClauses(paidPost, { ...exampleValues(), 'brief.restrictions': '', 'exclusivity.category': '' })
    expect(filled.missing).toEqual([])
    expect(filled.clauses.some(({ kind }) => kind === 'exclusivity' || kind === 'amendment')).toBe(false)
    expect(filled.clauses.find(({ kind }) => kind === 'claims')?.paragraphs).toHaveLength(2)
  })

  test('an optional clause is out until somebody puts it in', () => {
    const { clauses } = fillClauses(paidPost, exampleValues())
    expect(clauses.map(({ id }) => id)).not.toContain('licence.paid')
    const { clauses: more } = fillClauses(paidPost, exampleValues(), { 'licence.paid': { included: true } })
    expect(more.map(({ id }) => id)).toContain('licence.paid')
  })

  test('each filled value says which field it came from', () => {
    const filled = fillClauses(paidPost, exampleValues())
    const value = filled.clauses.flatMap((clause) => clause.paragraphs.flat()).find(({ field }) => field === 'campaign.name')
    expect(value).toEqual({ text: 'Spring breakfast', field: 'campaign.name' })
  })

  test('a value that looks like a field stays a value', () => {
    const filled = fillClauses(paidPost, { ...exampleValues(), 'creator.name': '{{agency.name}}' })
    expect(textOfAll(filled)).toContain('{{agency.name}}')
  })
})
