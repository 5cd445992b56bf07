import { writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writerIn } from '#src/main/engine/contracts/writer.ts'
import type { Compensation } from '#src/shared/domain/compensation-terms.ts'
import { agencyWithDraft, textOf } from './setup.ts'

const eur = (major: number) => ({ amountMinor: Math.round(major * 100), currency: 'EUR' })

test('a German contract is German throughout: dates, amounts in figures and words, formats, tables, blanks', async () => {
  const workspace = await agencyWithDraft({ language: 'de' })
  const { call, id } = workspace
  const contract = await call.contracts.show({ id })
  const field = (name: string) => contract.fields.find((candidate) => candidate.name === name)
  expect(contract).toMatchObject({ language: 'de', jurisdiction: 'DE' })
  expect(field('contract.date')).toMatchObject({ label: 'Datum des Vertrags', value: '21. November 2026' })
  expect(field('compensation.description')).toMatchObject({
    value: 'Eine Pauschalvergütung von 500,00 EUR (fünfhundert Euro)',
    source: 'collaboration',
  })
  expect(field('deliverables.summary')?.value).toBe('1 × Reel (Instagram)')
  expect(field('creator.accounts')?.value).toBe('@ana.cooks auf Instagram')
  // German law is named by its clause, so nothing asks for the country.
  expect(field('law.country')).toBeUndefined()
  expect(field('usage.channels')).toMatchObject({ value: 'eigene Social-Media-Konten und Website der Marke', source: 'usual term' })
  const text = await textOf(workspace, id)
  expect(text).toContain('nachfolgend „Auftraggeberin“')
  expect(text).toContain('Es gilt das Recht der Bundesrepublik Deutschland unter Ausschluss des UN-Kaufrechts.')
  expect(text).toContain('1 × Reel · Instagram, @ana.cooks · 30 s · 15. Dezember 2026')
  expect(text).toContain('1. Dezember 2026 · Beginn der Kampagne · Beide')
  expect(text).toContain('29. Dezember 2026 · Zahlung spätestens, bei rechtzeitiger Veröffentlichung · Agentur')
  expect(text).toContain('Pauschalvergütung · Eine Pauschalvergütung von 500,00 EUR · 500,00 EUR')
  expect(text).toContain('[Gerichtsstand: noch zu ergänzen]')
})

test('what is said to the agency of a German contract is English, the names of its fields too', async () => {
  const { call, id, campaignId } = await agencyWithDraft({ language: 'de' })
  await call.campaigns.update({ id: campaignId, changes: { startsOn: '2026-12-16' } })
  await call.contracts.update({ id, fields: { 'creator.name': 'ᚠᚢᚦ Vik' } })
  const [answer] = await call.contracts.checks({ ids: [id] })
  const messages = answer?.checks.map(({ message }) => message) ?? []
  expect(messages).toContain('Venue is not known yet; the contract shows a marked blank.')
  expect(messages).toContainEqual(expect.stringMatching(/^Creator’s name: the PDF has no letters for ᚠ/))
  expect(messages).toContain('1 × Instagram reel is due on 2026-12-15, before the campaign begins on 2026-12-16.')
  const { warnings: drawn } = await call.contracts.render({ ids: [id] })
  expect(drawn).toContain('2026-0001: Venue is not known yet.')
  const { warnings: signed } = await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  expect(signed).toContain('Signed with a blank: Venue was not known.')
  expect([...messages, ...drawn, ...signed].join('\n')).not.toContain('Gerichtsstand')
})

test('the country of a law is named in the language of the contract', async () => {
  const workspace = await agencyWithDraft({ language: 'de', jurisdiction: 'any' })
  expect(await textOf(workspace, workspace.id)).toContain('Für diesen Vertrag gilt das Recht des folgenden Staates: Deutschland.')
})

test('its PDF says so on the page, and is marked as German', async () => {
  const { call, id, folder } = await agencyWithDraft({ language: 'de' })
  const { pdf, pages } = await call.contracts.preview({ id })
  const path = join(folder, 'vertrag.pdf')
  writeFileSync(path, Buffer.from(await pdf.arrayBuffer()))
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  expect(text).toContain('Vertrag über gesponserte Inhalte')
  expect(text).toContain('Vertrag 2026-0001')
  expect(text).toContain(`Seite 1 von ${pages}`)
  expect(text).toContain('Unterschrift')
  expect(text).not.toMatch(/\b(the|Agency|Deliverables|Page)\b/)
})

describe('every compensation of the field in German, in figures and words', () => {
  const models: [Compensation, string][] = [
    [{ model: 'flat fee', fee: eur(1234.5) }, 'Eine Pauschalvergütung von 1.234,50 EUR (eintausendzweihundertvierunddreißig 50/100 Euro)'],
    [
      { model: 'per post', posts: 4, pricePerPost: eur(400) },
      '400,00 EUR (vierhundert Euro) für jeden von 4 (vier) Beiträgen, insgesamt 1.600,00 EUR (eintausendsechshundert Euro)',
    ],
    [{ model: 'per post', posts: 1, pricePerPost: eur(400) }, '400,00 EUR (vierhundert Euro) für einen Beitrag'],
    [
      { model: 'performance bonus', base: eur(300), bonus: eur(50), everySales: 1000 },
      'Eine Grundvergütung von 300,00 EUR (dreihundert Euro) zuzüglich 50,00 EUR (fünfzig Euro) für je volle 1.000 (eintausend) dem Creator zugeordnete Verkäufe',
    ],
    [
      { model: 'gifting', productValue: eur(200) },
      'Produkte im Wert von 200,00 EUR (zweihundert Euro); eine Zahlung in Geld erfolgt nicht',
    ],
    [
      { model: 'commission', rateBp: 1250 },
      'Eine Provision von 12,5 % (zwölf Komma fünf Prozent) des dem Creator zugeordneten Umsatzes. Der Betrag wird kaufmännisch auf den Cent gerundet, ein halber Cent wird aufgerundet',
    ],
    [
      { model: 'flat plus commission', fee: eur(200), rateBp: 500 },
      'Eine Pauschalvergütung von 200,00 EUR (zweihundert Euro) zuzüglich einer Provision von 5 % (fünf Prozent) des dem Creator zugeordneten Umsatzes. Der Betrag wird kaufmännisch auf den Cent gerundet, ein halber Cent wird aufgerundet',
    ],
    [
      { model: 'revenue share', rateBp: 3000, pricePerMonth: eur(99) },
      'Monatlich 30 % (dreißig Prozent) des von jedem durch den Creator geworbenen Kunden gezahlten Betrags von 99,00 EUR (neunundneunzig Euro), solange das Abonnement des Kunden besteht. Der Betrag wird kaufmännisch auf den Cent gerundet, ein halber Cent wird aufgerundet',
    ],
    [
      { model: 'retainer plus commission', retainerPerMonth: eur(1000), rateBp: 300 },
      'Eine monatliche Grundvergütung von 1.000,00 EUR (eintausend Euro) zuzüglich einer Provision von 3 % (drei Prozent) des dem Creator in diesem Monat zugeordneten Umsatzes. Der Betrag wird kaufmännisch auf den Cent gerundet, ein halber Cent wird aufgerundet',
    ],
    [
      {
        model: 'ambassador ladder',
        rungs: [
          {
            label: 'Stufe 1',
            from: 1000,
            to: 5000,
            pricePerPost: eur(100),
            highestPricePerPost: null,
            productValue: eur(60),
            discountBp: null,
          },
          {
            label: 'Stufe 2',
            from: 5000,
            to: null,
            pricePerPost: eur(500),
            highestPricePerPost: eur(1000),
            productValue: null,
            discountBp: 3000,
          },
        ],
      },
      'Nach der Followerzahl des Creators bei Veröffentlichung des jeweiligen Beitrags: Stufe 1 (1.000 bis unter 5.000): Produkte im Wert von 60,00 EUR (sechzig Euro) und 100,00 EUR (einhundert Euro) je Beitrag; Stufe 2 (ab 5.000): nach Vereinbarung 500,00 EUR (fünfhundert Euro) bis 1.000,00 EUR (eintausend Euro) je Beitrag und ein Rabatt von 30 % (dreißig Prozent) auf weitere Produkte',
    ],
  ]
  test.each(models)('$model', (terms, words) => {
    expect(writerIn('de').compensation(terms, 'EUR', 'words')).toBe(words)
  })
})
