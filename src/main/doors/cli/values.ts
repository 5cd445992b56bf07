import { Currency, Money as AnyAmount, PlainDate } from '#src/shared/contract/base.ts'
import { parseMoney } from '#src/shared/domain/money-text.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { misused } from './usage-error.ts'

type Raw = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** What stood on the command line, read as what it has to be. Every reader ends with a usage error that names the option. */
export interface Values {
  flag(name: string): boolean
  text(name: string): string | undefined
  needed(name: string): string
  many(name: string): string[] | undefined
  /** Several values, given one by one or with commas between them. */
  list(name: string): string[] | undefined
  /** A whole number, not negative. */
  count(name: string): number | undefined
  /** A percentage as basis points: 4.5 is 450. */
  percent(name: string): number | undefined
  date(name: string): string | undefined
  /** The code of a currency, in any case. */
  currency(name: string): string | undefined
  /** An amount such as `300`, `1,250.50` or `300 EUR`; `currency` where none is written. */
  money(name: string, currency: string): Money | undefined
  /** The same, never negative. */
  price(name: string, currency: string): Money | undefined
  /** One of a closed set, in any case, or its unambiguous beginning. */
  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined
  /** Several of them, given one by one or with commas between them. */
  manyOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice[] | undefined
  /** The positional argument of that name. */
  argument(name: string): string
  argumentIfGiven(name: string): string | undefined
  rest(name: string): string[]
}

export function valuesOf(options: Raw, positionals: Readonly<Record<string, readonly string[]>>): Values {
  const text = (name: string) => textOf(options[name])
  const many = (name: string) => {
    const given = options[name]
    return given === undefined ? undefined : [given].flat().map(String)
  }
  const list = (name: string) =>
    many(name)?.flatMap((given) =>
      given
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
  return {
    flag: (name) => options[name] === true,
    text,
    needed: (name) => text(name) ?? misused(`--${name} is needed.`),
    many,
    list,
    count: (name) =>
      readWith(text(name), name, (given) =>
        /^\d{1,15}$/.test(given) ? Number(given) : misused(`--${name} takes a whole number, not "${given}".`),
      ),
    percent: (name) => readWith(text(name), name, percentOf),
    date: (name) => readWith(text(name), name, dateOf),
    currency: (name) => readWith(text(name), name, currencyOf),
    money: (name, currency) => readWith(text(name), name, (given) => moneyOf(given, name, currency)),
    price: (name, currency) => readWith(text(name), name, (given) => priceOf(given, name, currency)),
    oneOf: (name, choices) => readWith(text(name), name, (given) => choiceOf(given, name, choices)),
    manyOf: (name, choices) => list(name)?.map((given) => choiceOf(given, name, choices)),
    argument: (name) => positionals[name]?.[0] ?? misused(`${name} is needed.`),
    argumentIfGiven: (name) => positionals[name]?.[0],
    rest: (name) => [...(positionals[name] ?? [])],
  }
}

/** Without what is undefined, for changes that must name only what changes. */
export function given<All extends object>(all: All): { [Key in keyof All]?: Exclude<All[Key], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as ReturnType<typeof given<All>>
}

function textOf(given: Raw[string]): string | undefined {
  const last = Array.isArray(given) ? given.at(-1) : given
  return typeof last === 'string' ? last : undefined
}

function readWith<Read>(given: string | undefined, name: string, read: (given: string, name: string) => Read): Read | undefined {
  return given === undefined ? undefined : read(given, name)
}

function percentOf(given: string, name: string): number {
  const found = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*%?$/.exec(given.trim())
  return found
    ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
    : misused(`--${name} takes a percentage with at most two decimals, such as 4.5; not "${given}".`)
}

function dateOf(given: string, name: string): string {
  return PlainDate.safeParse(given).success ? given : misused(`--${name} takes a day such as 2026-03-31, not "${given}".`)
}

function currencyOf(given: string, name: string): string {
  const { success, data } = Currency.safeParse(given.trim().toUpperCase())
  return success ? data : misused(`--${name} takes a currency of ISO 4217 such as EUR, not "${given}".`)
}

function moneyOf(given: string, name: string, currency: string): Money {
  const read = parseMoney(given, currency)
  if (read.kind === 'value')
    return AnyAmount.safeParse(read.value).success ? read.value : misused(`--${name} "${given}" is too large an amount.`)
  return misused(
    `--${name} "${given}" is not an amount. ${read.kind === 'problem' ? read.problem : 'Write it such as 300 or "1250.50 EUR".'}`,
  )
}

function priceOf(given: string, name: string, currency: string): Money {
  const read = moneyOf(given, name, currency)
  return read.amountMinor >= 0 ? read : misused(`--${name} takes an amount that is not negative, not "${given}".`)
}

function choiceOf<Choice extends string>(given: string, name: string, choices: readonly Choice[]): Choice {
  const plain = given.trim().toLowerCase()
  const exact = choices.find((choice) => choice.toLowerCase() === plain)
  const beginnings = choices.filter((choice) => choice.toLowerCase().startsWith(plain))
  const [only] = beginnings
  if (exact) return exact
  return only !== undefined && beginnings.length === 1 ? only : misused(`--${name} is one of: ${choices.join(', ')}; not "${given}".`)
}
