import { formatAgo, formatCompact, formatCount, formatDay, formatInstant, formatMoney, formatPercent, notKnown } from './format.ts'

type Maybe<Value> = Value | null | undefined

function Figure({ text, title }: { text: string; title?: string }) {
  return text === notKnown ? (
    <span title="Not known">
      <span aria-hidden>{notKnown}</span>
      <span className="visually-hidden">Not known</span>
    </span>
  ) : (
    <span className="figures" title={title}>
      {text}
    </span>
  )
}

/** A count, "–" where it is not known. */
export function Count({ value }: { value: Maybe<number> }) {
  return <Figure text={formatCount(value)} />
}

/** A large count in three figures (12.3K); the exact one on pointing. */
export function CompactCount({ value }: { value: Maybe<number> }) {
  return <Figure text={formatCompact(value)} title={formatCount(value)} />
}

/** Basis points as percent. */
export function Percent({ basisPoints, decimals }: { basisPoints: Maybe<number>; decimals?: number }) {
  return <Figure text={formatPercent(basisPoints, decimals)} />
}

/** An amount in its own currency. */
export function Money({ value, isShort }: { value: Maybe<{ amountMinor: number; currency: string }>; isShort?: boolean }) {
  return <Figure text={formatMoney(value, isShort)} title={isShort ? formatMoney(value) : undefined} />
}

/** A plain day. */
export function Day({ value }: { value: Maybe<string> }) {
  return value ? (
    <time dateTime={value} title={value}>
      {formatDay(value)}
    </time>
  ) : (
    <Figure text={notKnown} />
  )
}

/** How long ago something was; the exact time on pointing. */
export function Ago({ value }: { value: string }) {
  return (
    <time dateTime={value} title={formatInstant(value)}>
      {formatAgo(value)}
    </time>
  )
}
