import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agreeFee, giveCode, handOver, openCampaign, openTab, pickCreators, select, withSelection, writeBrief } from './steps/campaign.ts'
import { countersignByTyping, paper, savePdf, signByDrawing } from './steps/contracts.ts'
import { addOrder, enterResults, recordPayments, shownFigures } from './steps/money.ts'
import { filterRoster, importList, openPage, saveMediaKit } from './steps/roster.ts'
import { doors, openTroupe, type Troupe } from './support/launch.ts'

/** A list as agencies have them: German, Windows-1252, title lines, numbers in words, a total, a line twice and one that can't be read. */
const list = join(import.meta.dirname, 'fixtures', 'kooperationsliste.csv')
const [zoe, ada] = ['Zoë Müller-Ortiz', 'Okonkwo, Ada']
const campaign = 'Spring breakfast'

describe.each(doors)('the main job %s', (door) => {
  test('goes from a list of creators to a campaign file with the right return in it', { timeout: 180_000 }, async () => {
    const troupe = await openTroupe(door)
    await takeInCreators(troupe)
    await planCampaign(troupe)
    await signContract(troupe)
    await payCreators(troupe)
    const figures = await measure(troupe)
    // The worked example of the field: 500 spent, 1,000 back.
    expect(figures.tiles).toMatchObject({ Spend: '€500', Revenue: '€1,000', ROAS: '2.00', ROI: '100%' })
    expect(figures.sheet).toMatchObject({
      [zoe]: { Spend: '€250', Revenue: '€700', ROI: '180%' },
      [ada]: { Spend: '€250', Revenue: '€300', ROI: '20%' },
    })
    const file = join(troupe.folders.root, 'handed over.troupe')
    await handOver(troupe, file)
    await saveKit(troupe)
    expect([troupe.watch.takeErrors(), troupe.watch.strayRequests()]).toEqual([[], []])

    const colleague = await openTroupe(door)
    await takeInCampaign(colleague, file)
    await expect.poll(() => shownFigures(colleague.page)).toEqual(figures)
    await trustTheSigners(colleague)
    expect([colleague.watch.takeErrors(), colleague.watch.strayRequests()]).toEqual([[], []])
  })
})

async function takeInCreators(troupe: Troupe): Promise<void> {
  const { page } = troupe
  expect(await importList(troupe, list)).toEqual({ New: 5, Updated: 0, Unchanged: 1, Skipped: 2, Rejected: 1 })
  await page.getByRole('tab', { name: 'Rejected 1' }).click()
  await page.getByRole('grid').getByText('viele', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Open the roster' }).click()
  await filterRoster(page, { tier: 'Micro', leaves: ['Mina Çelik', 'Lea „Lou“ Brandt', zoe] })
  await filterRoster(page, { search: 'kocht', leaves: [ada] })
}

async function planCampaign({ page }: Troupe): Promise<void> {
  await openCampaign(page, { name: campaign, client: 'Oat & Ember', budget: '2,000', startsOn: '2026-12-01', endsOn: '2027-01-31' })
  await writeBrief(page, {
    goal: 'Oats at breakfast',
    point: 'Ready in three minutes',
    format: 'Reel',
    paymentDays: 14,
    disclosure: '#ad first in the caption',
  })
  await pickCreators(page, [zoe, ada])
  await giveCode(page, ada, 'ADA10')
  await select(page, [zoe, ada])
  await agreeFee(page, '250')
  await withSelection(page, 'Brief', 'Record as sent')
  await page.getByText('Brief recorded as sent to 2 creators').waitFor()
  await withSelection(page, 'Plan payouts')
  await page.getByText('2 payouts planned').waitFor()
}

async function signContract(troupe: Troupe): Promise<void> {
  const { page, folders } = troupe
  await page.getByRole('checkbox', { name: `Select ${ada}`, exact: true }).click()
  await withSelection(page, 'Make contracts', 'Paid post')
  await page.getByText('1 contract made').waitFor()
  await openTab(page, 'Contracts')
  await page.getByRole('grid', { name: 'Contracts of the campaign' }).getByText(zoe).click()
  await paper(page).getByText(zoe).first().waitFor()
  await signByDrawing(page, 'Mira Sommer')
  await page.getByText('Signatures valid').waitFor()
  await countersignByTyping(page)
  await page.getByText('Signatures valid').waitFor()
  await paper(page).getByText(zoe).first().waitFor()
  const file = join(folders.root, 'contract.pdf')
  await savePdf(troupe, file)
  const verdict = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })
  expect(verdict.match(/Signature Validation: Signature is Valid/g)).toHaveLength(2)
}

async function payCreators({ page }: Troupe): Promise<void> {
  await recordPayments(page, 'Batch 1')
  await page.getByText('Nothing due').waitFor()
  await page.getByRole('alert').filter({ hasText: '2 payments recorded' }).getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('checkbox', { name: `Select Fee for ${campaign} for ${zoe}` }).waitFor()
  await recordPayments(page, 'Batch 2')
  await page.getByText('Nothing due').waitFor()
}

async function measure({ page }: Troupe): ReturnType<typeof shownFigures> {
  await openPage(page, 'Campaigns')
  await page.getByRole('grid', { name: 'Campaigns' }).getByText(campaign, { exact: true }).click()
  await openTab(page, 'Results')
  await enterResults(page, zoe, { Clicks: '140', Conversions: '21', Revenue: '700' })
  await addOrder(page, { number: '1001', total: '300', code: 'ada10' })
  await expect.poll(() => shownFigures(page)).toMatchObject({ tiles: { Revenue: '€1,000' } })
  return shownFigures(page)
}

async function saveKit(troupe: Troupe): Promise<void> {
  const file = join(troupe.folders.root, 'kit.pdf')
  await saveMediaKit(troupe, zoe, file)
  expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain(zoe)
}

async function takeInCampaign({ page, pick }: Troupe, file: string): Promise<void> {
  await openPage(page, 'Files')
  const part = page.getByRole('region', { name: 'Campaign from a colleague' })
  await pick(file, () => part.getByRole('button', { name: 'Choose a file' }).click())
  await part.getByText(/^Signatures made by .* are shown as not trusted until you trust its authority/).waitFor()
  await part.getByRole('link', { name: 'Open the campaign' }).click()
  await openTab(page, 'Results')
}

async function trustTheSigners({ page }: Troupe): Promise<void> {
  const showContract = async () => {
    await openPage(page, 'Contracts')
    await page.getByRole('grid', { name: 'Contracts' }).getByText(zoe).click()
  }
  await showContract()
  await page.getByText('Signed by somebody unknown here').waitFor()
  await openPage(page, 'Settings')
  await page.getByRole('tab', { name: 'Signatures' }).click()
  const authorities = page.getByRole('region', { name: 'Trusted signatures' })
  await authorities.getByText(/^([0-9a-f]{4} ?){16}$/).waitFor()
  await authorities.getByRole('button', { name: /^Trust: / }).click()
  await authorities.getByRole('button', { name: /^Stop trusting: / }).waitFor()
  await showContract()
  await page.getByText('Signatures valid').waitFor()
}
