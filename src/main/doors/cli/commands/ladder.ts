import type { z } from 'zod'
import type { Compensation } from '#src/shared/contract/compensation.ts'
import { misused } from '../usage-error.ts'
import { valuesOf, type Values } from '../values.ts'

type Rung = Extract<z.infer<typeof Compensation>, { model: 'ambassador ladder' }>['rungs'][number]

const example = '"label=Tier 1; followers=1000-5000; price=100; product=40"'

/** What --rung takes, for the help. */
export const rungNote = `a step of an ambassador ladder, such as ${example}; also highest=AMOUNT, discount=PERCENT`
const parts = ['label', 'followers', 'price', 'highest', 'product', 'discount'] as const

/** The steps of a ladder from words such as `label=Tier 1; followers=5000-; price=500; highest=1000; discount=20`. */
export function rungsFrom(values: Values, currency: string): Rung[] {
  const given = values.many('rung') ?? misused('--rung is needed with this model, once for each step.')
  return given.map((words) => rungFrom(words, currency))
}

function rungFrom(words: string, currency: string): Rung {
  const step = valuesOf(Object.fromEntries(words.split(';').map((part) => partFrom(part, words))), {})
  const [, from, to] =
    /^(\d{1,12})\s*-\s*(\d{0,12})$/.exec(step.text('followers') ?? '') ??
    misused(`--rung says for whom it is, such as followers=1000-5000 or followers=5000-; not "${words}".`)
  return {
    label: step.text('label') ?? '',
    from: Number(from),
    to: to ? Number(to) : null,
    pricePerPost: step.price('price', currency) ?? misused(`--rung says what a post costs, such as price=100; not "${words}".`),
    highestPricePerPost: step.price('highest', currency) ?? null,
    productValue: step.price('product', currency) ?? null,
    discountBp: step.percent('discount') ?? null,
  }
}

function partFrom(part: string, words: string): [string, string] {
  const [, name = '', value = ''] = /^\s*([a-z]+)\s*=\s*(.*?)\s*$/.exec(part) ?? []
  return parts.some((known) => known === name) ? [name, value] : misused(`--rung is written such as ${example}; not "${words}".`)
}
