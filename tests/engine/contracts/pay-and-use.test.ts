import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Compensation } from '#src/shared/domain/compensation-terms.ts'
import { agencyWithDraft, textOf } from './setup.ts'

const eur = (amount: number) => ({ amountMinor: amount * 100, currency: 'EUR' })

/** The text and document of a contract for these terms. */
async function writtenFor(terms: Compensation, made: Parameters<typeof agencyWithDraft>[0] = {}) {
  const workspace = await agencyWithDraft()
  await workspace.call.campaigns.updateCollaborations({ ids: [workspace.first], changes: { compensation: terms as never } })
  const { ids } = await workspace.call.contracts.create({ collaborationIds: [workspace.first], ...made })
  return textOf(workspace, ids[0] ?? '')
}

test.each<[Compensation, string]>([
  [{ model: 'flat fee', fee: eur(500) }, 'Payment is due 14 days after the last deliverable is published, against'],
  [
    { model: 'flat plus commission', fee: eur(200), rateBp: 500 },
    'Payment is due 14 days after the last deliverable is published or, for what depends on results, after the end of the month in which it was earned, against',
  ],
  [{ model: 'commission', rateBp: 1000 }, 'Payment is due 14 days after the end of the month in which it was earned, against'],
  [
    { model: 'retainer plus commission', retainerPerMonth: eur(1000), rateBp: 300 },
    'Payment is due 14 days after the end of the month in which it was earned, against',
  ],
])('money is due after what it is paid for: %j', async (terms, sentence) => {
  expect(await writtenFor(terms)).toContain(sentence)
})

test('an ambassador is paid by the month, whatever the terms', async () => {
  const text = await writtenFor({ model: 'flat plus commission', fee: eur(200), rateBp: 500 }, { templateId: 'ambassador' })
  expect(text).toContain('Payment is due 14 days after the end of the month in which it was earned, against')
  expect(text).not.toContain('Payment at the latest')
})

test('pay for another number of posts than are to be made is pointed out', async () => {
  const { call, first } = await agencyWithDraft()
  const pay = async (posts: number) => {
    const compensation = { model: 'per post', posts, pricePerPost: eur(400) } as const
    await call.campaigns.updateCollaborations({ ids: [first], changes: { compensation } })
    const { ids } = await call.contracts.create({ collaborationIds: [first] })
    const { checks } = await call.contracts.show({ id: ids[0] ?? '' })
    return checks.filter(({ field }) => field === 'compensation.description')
  }
  expect(await pay(1)).toEqual([])
  expect(await pay(4)).toEqual([
    { level: 'warning', field: 'compensation.description', message: 'The number of posts that are paid is 4, of those to be made 1.' },
  ])
})

test('who is typed over in the clauses stands so at the head and at the foot, too', async () => {
  const { call, id, folder } = await agencyWithDraft()
  await call.contracts.update({ id, fields: { 'creator.name': 'Ana Maria Martins', 'creator.address': 'Rua A 1\nLisbon' } })
  const { pdf } = await call.contracts.preview({ id })
  const path = join(folder, 'names.pdf')
  writeFileSync(path, Buffer.from(await pdf.arrayBuffer()))
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  expect(text).not.toContain('Ana Martins')
  expect(text.match(/Ana Maria Martins/g)?.length).toBeGreaterThanOrEqual(3)
  expect(text.match(/Rua A 1/g)).toHaveLength(2)
})

test('the schedule has a day of payment only where one payment follows the last post, and a monthly fee is no sum of the whole', async () => {
  const flat = await writtenFor({ model: 'flat fee', fee: eur(500) })
  expect(flat).toContain('29 December 2026 · Payment at the latest')
  expect(flat).toContain('A flat fee of EUR 500.00 · EUR 500.00')
  const gifted = await writtenFor({ model: 'gifting', productValue: eur(60) }, { templateId: 'gifting-only' })
  expect(gifted).not.toContain('Payment at the latest')
  const monthly = await writtenFor({ model: 'retainer plus commission', retainerPerMonth: eur(1000), rateBp: 300 })
  expect(monthly).not.toContain('Payment at the latest')
  expect(monthly).toMatch(/A retainer of EUR 1,000\.00 a month.*half upwards$/m)
})

test('a brief that allows no reposting leaves the licence out; content that is bought asks for its months', async () => {
  const workspace = await agencyWithDraft()
  const { call, id, first, campaignId } = workspace
  await call.briefs.save({ campaignId, changes: { usageMonths: 0 } })
  expect(await textOf(workspace, id)).not.toContain('repost')
  const { clauses, term } = await call.contracts.show({ id })
  expect(clauses.find((clause) => clause.id === 'licence')?.included).toBe(false)
  expect(term.endsOn).toBe('2026-12-15')
  const { ids } = await call.contracts.create({ collaborationIds: [first], templateId: 'ugc-only' })
  const { checks } = await call.contracts.show({ id: ids[0] ?? '' })
  expect(checks.filter(({ level }) => level === 'missing').map(({ field }) => field)).toContain('usage.months')
})

test('a name in letters that no font here has is a problem before anybody signs', async () => {
  const { call, id } = await agencyWithDraft()
  const lettersOf = async (name: string) => {
    await call.contracts.update({ id, fields: { 'creator.name': name } })
    return (await call.contracts.show({ id })).checks.filter(({ field }) => field === 'creator.name')
  }
  for (const name of ['Ana Martins', 'سارة الخطيب', '王思雨', '김민서', 'Χριστίνα Δήμου', 'Jiří Ďurčanský', 'Nguyễn Thị Ánh'])
    expect(await lettersOf(name)).toEqual([])
  expect(await lettersOf('ᚠᚢᚦ Vik')).toEqual([
    {
      level: 'problem',
      field: 'creator.name',
      message: 'Creator’s name: the PDF has no letters for ᚠ ᚢ ᚦ and shows a sign in their place. Type it over.',
    },
  ])
})
