import type { trail } from '#src/shared/contract/contracts-trail.ts'
import type { z } from 'zod'
import type { ReadDb } from '../db/handles.ts'
import { contractOf } from './rows.ts'
import { brokenStep, trailOf } from './trail.ts'

type Trail = z.infer<NonNullable<(typeof trail)['trail']['~orpc']['outputSchema']>>

/** The audit trail of a contract, and where its chain of hashes breaks, if it does. Raises NOT_FOUND. */
export async function showTrail(db: ReadDb, id: string): Promise<Trail> {
  await contractOf(db, id)
  const rows = await trailOf(db, id)
  const steps = rows.map(({ sequence, at, kind, actor, detail, document_hash: documentHash, hash }) => ({
    sequence,
    at,
    kind,
    actor,
    detail: JSON.parse(detail) as Trail['steps'][number]['detail'],
    documentHash,
    hash,
  }))
  return { steps, brokenAt: brokenStep(rows)?.sequence ?? null }
}
