import type { Seed } from './workspace.ts'

export interface DemoIds {
  client: string
  /** A campaign with posts, payments, orders and results. */
  campaign: string
  collaboration: string
  deliverable: string
  creator: string
  shortlist: string
  /** Contracts by where they stand. */
  draft: string
  halfSigned: string
  signed: string
}

let known: DemoIds | undefined

/** Looks up in the demo workspace what addresses of its screens need; what it lacks is an error, because the demo is to have all of it.
 *  Every test has a copy of the same one, so it is looked into once. */
export function findDemoIds(ids: Partial<DemoIds>): Seed | undefined {
  if (known) {
    Object.assign(ids, known)
    return undefined
  }
  return async (call) => {
    const campaign = firstOf(await call.campaigns.list({ status: 'completed' }))
    const [collaboration, contracts] = [
      firstOf((await call.campaigns.show({ id: campaign.id })).collaborations),
      await call.contracts.list({}),
    ]
    const contract = (status: string) => firstOf(contracts.filter((one) => one.status === status)).id
    known = {
      client: campaign.clientId,
      campaign: campaign.id,
      collaboration: collaboration.id,
      deliverable: firstOf(await call.deliverables.list({ collaborationId: collaboration.id })).id,
      creator: collaboration.creatorId,
      shortlist: firstOf(await call.shortlists.list({})).id,
      draft: contract('draft'),
      halfSigned: contract('signed by one'),
      signed: contract('signed by all'),
    }
    Object.assign(ids, known)
  }
}

function firstOf<Row>(rows: readonly Row[]): Row {
  const [first] = rows
  if (first === undefined) throw new Error('The demo workspace lacks something that every screen needs.')
  return first
}
