import type { z } from 'zod'
import type { CampaignRoi as CampaignRoiSchema, measurement, SheetRow as SheetRowSchema } from '#src/shared/contract/measurement.ts'
import { raise } from '#src/shared/contract/errors.ts'
import { accountFaces } from '../campaigns/faces.ts'
import type { ReadDb } from '../db/handles.ts'
import { deliverableSummaries, type DeliverableSummary } from '../deliverables/summary.ts'
import { figuresOf, type CampaignFigures, type CreatorFigures } from './figures.ts'
import { measuresOf, spendOf, spendPartsOf } from './measures-of.ts'
import { newestNotes } from './sources.ts'

type CampaignRoi = z.infer<typeof CampaignRoiSchema>
type Overview = z.infer<NonNullable<(typeof measurement.overview)['~orpc']['outputSchema']>>

/** The live campaign sheet (facts.md §12): a row for each creator, those who declined only where something is on record, and the total,
 *  which also holds what belongs to nobody. Raises NOT_FOUND. */
export async function campaignRoi(db: ReadDb, campaignId: string, today: string): Promise<CampaignRoi> {
  const campaign = await selectCampaigns(db).where('m.id', '=', campaignId).executeTakeFirst()
  if (!campaign) raise('NOT_FOUND', 'This campaign is no longer in the workspace.')
  const figures = (await figuresOf(db, new Map([[campaignId, campaign.currency]]), today, campaignId)).get(campaignId)
  if (!figures) throw new Error('figuresOf answers for every campaign it was asked for')
  const shown = figures.creators.filter(
    ({ work, tally }) => work.row.stage !== 'declined' || Object.values(tally).some((value) => value !== null),
  )
  const faces = await accountFaces(
    db,
    shown.flatMap(({ work }) => work.accountId ?? []),
  )
  const posts = await deliverableSummaries(db, { campaignId })
  // What a person wrote on the sheet stands; the newest remark on a result fills in where nobody did.
  const notes = await newestNotes(db, campaignId)
  return {
    ...totalsOf(campaign, figures),
    rows: shown.map((one) => {
      const { row, accountId } = one.work
      return sheetRow(
        one,
        campaign.currency,
        faces.get(accountId ?? '')?.handle ?? null,
        posts.get(row.id),
        row.notes ?? notes.get(row.id) ?? null,
      )
    }),
  }
}

/** Every campaign in one line, the newest first. */
export async function roiOverview(db: ReadDb, today: string): Promise<Overview> {
  const campaigns = await selectCampaigns(db).orderBy('m.starts_on', 'desc').orderBy('m.id', 'desc').execute()
  const figures = await figuresOf(db, new Map(campaigns.map(({ id, currency }) => [id, currency])), today)
  return campaigns.flatMap((campaign) => {
    const mine = figures.get(campaign.id)
    return mine ? [{ ...totalsOf(campaign, mine), status: campaign.status }] : []
  })
}

interface Campaign {
  id: string
  name: string
  client_name: string
  currency: string
  budget_minor: number | null
}

function totalsOf(campaign: Campaign, { creators, total, unassigned, otherCurrencies }: CampaignFigures): Omit<CampaignRoi, 'rows'> {
  const creatorsWithoutSpend = creators.filter(({ tally, rows }) => rows > 0 && spendOf(tally) === null).length
  return {
    campaignId: campaign.id,
    campaignName: campaign.name,
    clientName: campaign.client_name,
    currency: campaign.currency,
    budgetMinor: campaign.budget_minor,
    spendParts: spendPartsOf(total),
    total: measuresOf(total, campaign.currency, creatorsWithoutSpend === 0),
    creatorsWithoutSpend,
    unassignedRevenueMinor: unassigned.revenue ?? 0,
    otherCurrencies,
  }
}

function sheetRow(
  figures: CreatorFigures,
  currency: string,
  handle: string | null,
  posts: DeliverableSummary | undefined,
  notes: string | null,
): z.infer<typeof SheetRowSchema> {
  const {
    work: { row, creatorName },
    tally,
    orders,
    rows,
  } = figures
  return {
    collaborationId: row.id,
    creatorId: row.creator_id,
    creatorName,
    handle,
    trackingLink: row.tracking_link,
    discountCode: row.discount_code,
    contentStatus: contentStatus(posts),
    postUrl: posts?.postUrl ?? null,
    spendParts: spendPartsOf(tally),
    measures: measuresOf(tally, currency),
    orders,
    notes,
    resultCount: rows,
  }
}

function contentStatus(posts: DeliverableSummary | undefined): string {
  if (!posts) return 'nothing planned'
  return posts.posted === posts.total ? 'all posted' : `${posts.posted} of ${posts.total} posted`
}

function selectCampaigns(db: ReadDb) {
  return db
    .selectFrom('campaign as m')
    .innerJoin('client as l', 'l.id', 'm.client_id')
    .select(['m.id', 'm.name', 'm.status', 'm.currency', 'm.budget_minor', 'l.name as client_name'])
}
