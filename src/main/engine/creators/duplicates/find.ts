import type { EngineContext } from '../../context.ts'
import { newestChange } from '../../db/derived.ts'
import type { ReadDb } from '../../db/handles.ts'
import { nextTurn } from '../../db/next-turn.ts'
import type { WorkspaceFolder } from '../../db/workspace-folder.ts'
import { candidatePairs } from './candidates.ts'
import { cardsOf, type Card } from './cards.ts'
import { evidenceFor, type Evidence } from './evidence.ts'

export interface FoundPair {
  oneId: string
  otherId: string
  points: number
  evidence: Evidence[]
}

const pairsAtOnce = 1000
const kept = new WeakMap<WorkspaceFolder, { change: number; pairs: Promise<FoundPair[]> }>()

/** All pairs of the roster that may be one, the surest first. Kept until anything changes. */
export function findDuplicates({ workspace, read }: Pick<EngineContext, 'workspace' | 'read'>): Promise<FoundPair[]> {
  const change = newestChange(workspace.reader)
  const known = kept.get(workspace)
  if (known?.change === change) return known.pairs
  const pairs = search(read)
  kept.set(workspace, { change, pairs })
  pairs.catch(() => kept.delete(workspace))
  return pairs
}

async function search(db: ReadDb): Promise<FoundPair[]> {
  const apart = new Set(
    (await db.selectFrom('distinct_creators').select(['one_id', 'other_id']).execute()).map((row) => `${row.one_id} ${row.other_id}`),
  )
  const candidates = (await candidatePairs(db)).filter(([one, other]) => !apart.has(`${one} ${other}`))
  const found: FoundPair[] = []
  for (let start = 0; start < candidates.length; start += pairsAtOnce) {
    const some = candidates.slice(start, start + pairsAtOnce)
    const cards = new Map((await cardsOf(db, [...new Set(some.flat())])).map((card): [string, Card] => [card.id, card]))
    for (const [oneId, otherId] of some) {
      const [one, other] = [cards.get(oneId), cards.get(otherId)]
      const evidence = one && other ? evidenceFor(one, other) : []
      if (evidence.length > 0) found.push({ oneId, otherId, evidence, points: evidence.reduce((sum, { points }) => sum + points, 0) })
    }
    await nextTurn()
  }
  return found.toSorted((a, b) => b.points - a.points || (a.oneId + a.otherId < b.oneId + b.otherId ? -1 : 1))
}
