import type { z } from 'zod'
import type { Compensation as CompensationSchema } from '#src/shared/contract/compensation.ts'
import { currencyExponent } from '#src/shared/domain/currencies.ts'
import type { Money } from '#src/shared/domain/money.ts'

export type Terms = z.infer<typeof CompensationSchema>
export type Model = Terms['model']

export interface RungDraft {
  key: string
  label: string
  from: number | null
  to: number | null
  pricePerPost: Money | null
  highestPricePerPost: Money | null
  productValue: Money | null
  discountBp: number | null
}

/** What has been typed so far, of every model at once, so that trying another model loses nothing. */
export interface Draft {
  model: Model
  currency: string
  fee: Money | null
  posts: number | null
  pricePerPost: Money | null
  base: Money | null
  bonus: Money | null
  everySales: number | null
  productValue: Money | null
  rateBp: number | null
  pricePerMonth: Money | null
  retainerPerMonth: Money | null
  rungs: readonly RungDraft[]
}

/** The models as people call them, and what each needs (facts.md §4). */
export const models: readonly { model: Model; label: string; fields: readonly (keyof Draft)[] }[] = [
  { model: 'flat fee', label: 'Flat fee', fields: ['fee'] },
  { model: 'per post', label: 'Per post', fields: ['posts', 'pricePerPost'] },
  { model: 'performance bonus', label: 'Performance bonus', fields: ['base', 'bonus', 'everySales'] },
  { model: 'gifting', label: 'Product exchange', fields: ['productValue'] },
  { model: 'commission', label: 'Commission', fields: ['rateBp'] },
  { model: 'flat plus commission', label: 'Flat fee plus commission', fields: ['fee', 'rateBp'] },
  { model: 'revenue share', label: 'Revenue share, recurring', fields: ['rateBp', 'pricePerMonth'] },
  { model: 'retainer plus commission', label: 'Retainer plus commission', fields: ['retainerPerMonth', 'rateBp'] },
  { model: 'ambassador ladder', label: 'Ambassador ladder', fields: ['rungs'] },
]

export function modelLabel(model: string): string {
  return models.find((known) => known.model === model)?.label ?? model
}

const noRung = { pricePerPost: null, highestPricePerPost: null, productValue: null, discountBp: null }

export function newRung(label: string, from: number | null, to: number | null): RungDraft {
  return { key: crypto.randomUUID(), label, from, to, ...noRung }
}

/** Agreed terms, or nothing yet, as a draft to edit. */
export function draftOf(terms: Terms | null, currency: string): Draft {
  const empty: Draft = {
    model: 'flat fee',
    currency,
    fee: null,
    posts: 1,
    pricePerPost: null,
    base: null,
    bonus: null,
    everySales: 1000,
    productValue: null,
    rateBp: null,
    pricePerMonth: null,
    retainerPerMonth: null,
    rungs: [newRung('Tier 1', 1000, 5000), newRung('Tier 2', 5000, 50_000)],
  }
  if (terms === null) return empty
  if (terms.model !== 'ambassador ladder') return { ...empty, ...terms, currency: currencyOf(terms) ?? currency }
  return {
    ...empty,
    model: terms.model,
    currency: terms.rungs[0]?.pricePerPost.currency ?? currency,
    rungs: terms.rungs.map((rung) => ({ ...rung, key: crypto.randomUUID() })),
  }
}

/** The terms a draft makes; null while something its model needs is missing. */
export function termsOf(draft: Draft): Terms | null {
  if (draft.model === 'ambassador ladder') return ladderOf(draft.rungs)
  const fields = models.find(({ model }) => model === draft.model)?.fields ?? []
  if (fields.some((field) => draft[field] === null)) return null
  // Every field its model needs is there, and no other.
  return { model: draft.model, ...Object.fromEntries(fields.map((field) => [field, draft[field]])) } as Terms
}

/** The draft with its amounts in another currency; where that counts in other units, the amounts have to be typed anew. */
export function inCurrency(draft: Draft, currency: string): Draft {
  const isSameUnit = currencyExponent(draft.currency) === currencyExponent(currency)
  const turn = <Value>(value: Value): Value => {
    if (!isMoney(value)) return value
    return (isSameUnit ? { ...value, currency } : null) as Value
  }
  const turned = Object.fromEntries(Object.entries(draft).map(([key, value]) => [key, turn(value)])) as unknown as Draft
  const rungs = draft.rungs.map(
    (rung) => Object.fromEntries(Object.entries(rung).map(([key, value]) => [key, turn(value)])) as unknown as RungDraft,
  )
  return { ...turned, currency, rungs }
}

function ladderOf(rungs: readonly RungDraft[]): Terms | null {
  const done = rungs.flatMap(({ key: _key, label, from, pricePerPost, ...rest }) =>
    label.trim() !== '' && from !== null && pricePerPost !== null ? [{ ...rest, label: label.trim(), from, pricePerPost }] : [],
  )
  return done.length === rungs.length && done.length > 0 ? { model: 'ambassador ladder', rungs: done } : null
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amountMinor' in value
}

function currencyOf(terms: object): string | null {
  return Object.values(terms).find(isMoney)?.currency ?? null
}
