import { raise } from '#src/shared/contract/errors.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { Client } from './command.ts'

/** Finds what a person means. Every function raises NOT_FOUND when nothing fits and CONFLICT when several do. */
export interface Lookup {
  creator(given: string): Promise<string>
  creators(given: readonly string[]): Promise<string[]>
  client(given: string): Promise<string>
  campaign(given: string): Promise<string>
  contract(given: string): Promise<string>
  payout(given: string): Promise<string>
  shortlist(given: string): Promise<string>
  deliverable(given: string): Promise<string>
  /** An entry of the history, by its id or the beginning of it. */
  entry(given: string): Promise<string>
  /** Collaborations of one campaign by their creators; all of them where none is named. */
  collaborations(campaign: string, creators: readonly string[]): Promise<string[]>
  collaboration(campaign: string, creator: string): Promise<string>
}

interface Candidate {
  id: string
  names: readonly (string | null)[]
}

/** As many as the engine shows at once; of older ones the whole id has to be given. */
const mostEntries = 500
const wholeId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const partOfId = /^[0-9a-f-]{4,35}$/i

export function lookupBy(call: Client): Lookup {
  const lookup: Lookup = {
    async creator(given) {
      if (wholeId.test(given)) return given.toLowerCase()
      const named = await creatorsCalled(call, given)
      if (named.length > 0 || !partOfId.test(given)) return theOne('creator', given, named)
      const ids = [...(await call.creators.ids({})), ...(await call.creators.ids({ archived: true }))]
      return theOne(
        'creator',
        given,
        ids.filter((id) => isPart(id, given)),
      )
    },
    async creators(given) {
      const found: string[] = []
      for (const one of given) found.push(await lookup.creator(one))
      return [...new Set(found)]
    },
    client: (given) =>
      pick('client', given, async () =>
        [...(await call.clients.list({})), ...(await call.clients.list({ archived: true }))].map(({ id, name }) => ({ id, names: [name] })),
      ),
    campaign: (given) =>
      pick('campaign', given, async () => (await call.campaigns.list({})).map(({ id, name }) => ({ id, names: [name] }))),
    contract: (given) =>
      pick('contract', given, async () => (await call.contracts.list({})).map(({ id, number }) => ({ id, names: [number] }))),
    shortlist: (given) =>
      pick('shortlist', given, async () => (await call.shortlists.list({})).map(({ id, name }) => ({ id, names: [name] }))),
    payout: (given) =>
      pick('payout', given, async () =>
        (await call.payouts.list({})).rows.map(({ id, description, invoiceNumber }) => ({ id, names: [description, invoiceNumber] })),
      ),
    deliverable: (given) =>
      pick('deliverable', given, async () => (await call.deliverables.list({})).map(({ id, title }) => ({ id, names: [title] }))),
    entry: (given) =>
      pick('change', given, async () => (await call.workspace.history({ limit: mostEntries })).map(({ id }) => ({ id, names: [] }))),
    async collaborations(campaign, creators) {
      const { name, collaborations } = await call.campaigns.show({ id: await lookup.campaign(campaign) })
      if (collaborations.length === 0)
        raise('NOT_FOUND', `No creator is in the campaign ${name} yet. "campaigns add-creators" adds creators.`)
      if (creators.length === 0) return collaborations.map(({ id }) => id)
      const wanted = await Promise.all(creators.map(async (given) => inCampaign(collaborations, given) ?? lookup.creator(given)))
      return wanted.map(
        (id, at) =>
          collaborations.find((row) => row.id === id || row.creatorId === id)?.id ??
          raise('NOT_FOUND', `"${creators[at]}" is not in the campaign ${name}. "campaigns add-creators" adds creators.`),
      )
    },
    async collaboration(campaign, creator) {
      const [id] = await lookup.collaborations(campaign, [creator])
      return id ?? raise('NOT_FOUND')
    },
  }
  return lookup
}

interface Working {
  id: string
  creatorId: string
  creatorName: string
  handle: string | null
  platform: string | null
}

/** Within a campaign a name needs to be unambiguous only among its creators. */
function inCampaign(collaborations: readonly Working[], given: string): string | undefined {
  const found = collaborations.filter(
    ({ id, creatorName, handle, platform }) =>
      id === given || foldText(creatorName) === foldText(given) || isHandle(given, handle, platform),
  )
  return found.length === 1 ? found[0]?.id : undefined
}

async function pick(kind: string, given: string, candidates: () => Promise<Candidate[]>): Promise<string> {
  if (wholeId.test(given)) return given.toLowerCase()
  const all = await candidates()
  const named = all.filter(({ names }) => names.some((name) => name !== null && foldText(name) === foldText(given)))
  const found = named.length > 0 || !partOfId.test(given) ? named : all.filter(({ id }) => isPart(id, given))
  return theOne(
    kind,
    given,
    found.map(({ id }) => id),
  )
}

async function creatorsCalled(call: Client, given: string): Promise<string[]> {
  const search = given.replace(/^[^:@]*[:@]/, '') || given
  const rows = [
    ...(await call.creators.list({ search, limit: 1000 })).rows,
    ...(await call.creators.list({ search, limit: 1000, archived: true })).rows,
  ]
  const atOnce = rows.filter(({ name, handle, platform }) => foldText(name) === foldText(given) || isHandle(given, handle, platform))
  if (atOnce.length > 0 || rows.length > 50) return atOnce.map(({ id }) => id)
  // The list shows one account a creator; the handle may be another's.
  const details = await Promise.all(rows.map(({ id }) => call.creators.show({ id })))
  return details.filter(({ accounts }) => accounts.some(({ handle, platform }) => isHandle(given, handle, platform))).map(({ id }) => id)
}

/** `@ana`, `instagram:ana` or plain `ana`. */
function isHandle(given: string, handle: string | null, platform: string | null): boolean {
  if (handle === null) return false
  const [, before = '', named = ''] = /^(?:([^:@]*)[:@]@?)?(.+)$/.exec(given) ?? []
  return foldText(named) === foldText(handle) && (before === '' || foldText(before) === foldText(platform ?? ''))
}

function isPart(id: string, given: string): boolean {
  const part = given.toLowerCase()
  return id.startsWith(part) || id.endsWith(part)
}

function theOne(kind: string, given: string, found: readonly string[]): string {
  const [only] = found
  if (only === undefined) raise('NOT_FOUND', `There is no ${kind} "${given}".`)
  if (found.length > 1)
    raise('CONFLICT', `"${given}" fits ${found.length} ${kind}s; give more of the name, the platform too, or the id.`, {
      ids: found.slice(0, 20),
    })
  return only
}
