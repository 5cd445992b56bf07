import type { z } from 'zod'
import type { MatchNeed as NeedSchema, MatchResult } from '#src/shared/contract/match.ts'
import { campaignOf } from '../campaigns/queries.ts'
import { showClient } from '../clients/queries.ts'
import type { EngineContext } from '../context.ts'
import { rosterOf } from '../creators/roster/roster.ts'
import { settingsOf } from '../workspace/settings.ts'
import { bandsIn } from '../workspace/tier-bands.ts'
import { audienceOf, homeCodes } from './audiences.ts'
import { alreadyIn, notToContact } from './conditions.ts'
import { competitorsFor } from './competitors.ts'
import { lookAt } from './details.ts'
import { leftOutWords } from './left-out.ts'
import { activeLines, narrow } from './narrow.ts'
import { peersOf } from './peers.ts'
import { plainNeed } from './plain-need.ts'
import { rankLooked } from './rank.ts'
import { rosterWords } from './texts.ts'

/** So many competitors are named; all of them are counted. */
const mostNamed = 50

/** Creators for a campaign, the best first. Every line is scored by what is in memory; the best few hundred are then read and scored in
 *  full. Raises NOT_FOUND for a campaign that is gone. */
export async function findCreators(
  context: Pick<EngineContext, 'workspace' | 'read' | 'ports'>,
  asked: z.infer<typeof NeedSchema>,
): Promise<z.infer<typeof MatchResult>> {
  const { read, workspace, ports } = context
  const [settings, roster] = [await settingsOf(read), await rosterOf(workspace)]
  const [need, bands, today] = [plainNeed(asked), bandsIn(settings), ports.clock.today()]
  const { campaignId } = asked
  const client = campaignId === null ? null : await showClient(read, (await campaignOf(read, campaignId)).client_id)
  const competitors = await competitorsFor(read, need.excludedBrands, client, today)
  const peers = peersOf(roster, bands)
  const words = rosterWords(roster, need.words, activeLines(roster))
  const narrowed = narrow({
    roster,
    need,
    bands,
    words,
    peers,
    audience: audienceOf(roster, need),
    homes: homeCodes(roster, need),
    barred: {
      'do not contact': await notToContact(read),
      competitor: competitors.map(({ searchId }) => searchId),
      'in the campaign': campaignId === null ? [] : await alreadyIn(read, campaignId),
    },
  })
  const looking = { bands, benchmarkSetId: settings.benchmarkSetId, clientId: client?.id ?? null, today }
  const looked = await lookAt(read, narrowed.lines, looking)
  const { rows, slots, dropped, notes } = await rankLooked(context, { looked, need, words, peers, top: asked.top })
  const { leftOut } = narrowed
  leftOut.words += dropped.words
  leftOut.platform += dropped.platform
  return {
    rows,
    creators: narrowed.creators,
    fitting: narrowed.fitting - dropped.words - dropped.platform,
    lookedAt: looked.length,
    leftOut: leftOutWords(leftOut, need),
    competitors: competitors.slice(0, mostNamed).map(({ creatorId, name, why }) => ({ creatorId, name, why })),
    slots,
    notes,
  }
}
