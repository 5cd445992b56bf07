import { addDays } from '#src/shared/domain/dates.ts'
import type { MadeCampaign } from './campaigns.ts'
import type { Client } from './client.ts'

type Collaboration = MadeCampaign['collaborations'][number]

/** Where German is the language of business. */
const german = new Set(['Germany', 'Austria', 'Switzerland'])

/** Terms that no record holds, in the contract's language. */
const typed = {
  en: { 'exclusivity.category': 'products of the same kind', 'disclosure.tags': '“Werbung” or “Anzeige”' },
  de: { 'exclusivity.category': 'Produkte derselben Art', 'disclosure.tags': '„Werbung“ oder „Anzeige“' },
} as const

/** A draft for one creator, in German where they do business in it; for a year where they are an ambassador. */
export async function makeContract(call: Client, campaign: MadeCampaign, { id, creator }: Collaboration): Promise<string> {
  const language = german.has(creator.country) ? 'de' : 'en'
  const templateId = campaign.programKind === 'ambassador program' ? 'ambassador' : 'paid-post'
  const {
    ids: [contractId = ''],
  } = await call.contracts.create({ collaborationIds: [id], templateId, language })
  return contractId
}

export async function completeTerms(call: Client, contractId: string, { creator }: Collaboration): Promise<void> {
  const fields = typed[german.has(creator.country) ? 'de' : 'en']
  await call.contracts.update({ id: contractId, fields: { ...fields, 'creator.address': `${creator.city}, ${creator.country}` } })
}

/** What the client ordered: sent while the campaign runs, waiting for a colleague's approval before it does. */
export async function makeOrder(call: Client, { id, status }: MadeCampaign): Promise<void> {
  if (status === 'completed') return
  const { ids } = await call.contracts.create({ campaignIds: [id], templateId: 'insertion-order' })
  await call.contracts.setStatus({ ids, status: status === 'draft' ? 'internal approval' : 'sent' })
}

/** The brand may use the posts for longer after all: the first signed contract of a campaign is amended. */
export async function amendFirst(call: Client, campaign: MadeCampaign): Promise<void> {
  const [first] = await call.contracts.list({ campaignId: campaign.id, status: 'signed by all' })
  if (!first) return
  const { id } = await call.contracts.amend({ id: first.id })
  await call.contracts.update({ id, fields: { 'usage.months': '12' } })
  await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  await call.contracts.countersign({ id, signerName: first.counterparty.name })
}

/** Somebody wants to hear in two days of a right that is running out. */
export async function remindSoon(call: Client, campaign: MadeCampaign, today: string): Promise<void> {
  const [first] = await call.contracts.list({ campaignId: campaign.id, status: 'signed by all' })
  if (first) await call.contracts.remind({ ids: [first.id], on: addDays(today, 2) })
}
