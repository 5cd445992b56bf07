import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isCurrency } from '../domain/currencies.ts'

/** `query` reads; `mutation` runs in one transaction with its journal rows; `task` does long or file work and opens its own transactions. */
export type ProcedureKind = 'query' | 'mutation' | 'task'

const base = oc.$meta<{ kind: ProcedureKind; /** Changes nothing in the workspace. */ isReading: boolean }>({
  kind: 'query',
  isReading: true,
})

export const query = base
export const mutation = base.meta({ kind: 'mutation', isReading: false })
export const task = base.meta({ kind: 'task', isReading: false })
/** A task that writes files at most, and so can be asked of a workspace that another process has open. */
export const readingTask = base.meta({ kind: 'task', isReading: true })

/** UUIDv7 as text. */
export const Id = z.uuid()
export const PlainDate = z.iso.date()
export const Instant = z.iso.datetime()
/** ISO 4217 code. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: 'Give the currency as three capital letters, such as EUR.', abort: true })
  .refine(isCurrency, 'This is not a currency of ISO 4217; give its code, such as EUR.')
/** So large that it is a slip of the hand, and small enough that sums stay exact. */
const LARGEST_AMOUNT = 1e13
/** Integer minor units (cents) with their currency. */
export const Money = z.object({ amountMinor: z.int().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT), currency: Currency })
/** A count that may be unknown; unknown is null, never 0. */
export const Count = z.int().min(0).nullable()
/** Percent × 100. */
export const BasisPoints = z.int()
export const Name = z.string().trim().min(1, 'A name is needed.').max(300)
export const ShortText = z.string().max(1000)
export const LongText = z.string().max(20_000)
/** An opaque permission to read or write one file, given by a dialog, a drop, an upload or the command line; never a path. */
export const FileGrant = z.string().min(8).max(100)
export const Ids = z.array(Id).min(1).max(100_000)

/** One page of a list: `total` counts all rows of the filter, `next` continues after this page (null at the end). */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ total: z.int(), rows: z.array(row), next: z.string().nullable() })
}

/** What a change answers with: the journal entry that undoes it (null when nothing had to change). */
export const Changed = z.object({ entryId: Id.nullable() })
