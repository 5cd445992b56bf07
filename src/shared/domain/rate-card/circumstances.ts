import { formatModifier, MODIFIERS, platformModifier, type Modifier } from './modifiers.ts'

export const USAGE_KINDS = ['organic', 'paid', 'whitelisting'] as const

/** What is asked of the creator beside the post itself. */
export type Circumstances = {
  readonly platform: string
  readonly platformLabel: string
  /** As the workspace writes it; null for a post of any format. */
  readonly format: string | null
  /** By followers, in basis points; null where it is not known. */
  readonly engagementBp: number | null
  readonly usage: (typeof USAGE_KINDS)[number]
  readonly usageMonths: number
  readonly exclusivityMonths: number
  readonly isB2b: boolean
  readonly isNiche: boolean
  readonly isRush: boolean
  /** Posts agreed at once. */
  readonly posts: number
  /** Months of the partnership. */
  readonly months: number
}

/** The agency's own say on modifiers: factors by id, and the ids that are switched off. */
export type ModifierEdits = { readonly factorsBp: Readonly<Record<string, number>>; readonly off: readonly string[] }

/** A modifier for one price: what its factor is here, and whether it counts. */
export type ChosenModifier = Modifier & {
  readonly shippedBp: number
  readonly isEdited: boolean
  /** Whether the circumstances call for it. */
  readonly applies: boolean
  readonly isOff: boolean
  /** Months it is counted for; 1 where months don't matter. */
  readonly times: number
  /** What the price is multiplied by in all, in basis points; never under 0. */
  readonly totalBp: number
}

/** Every modifier that has a say on this price or could have, in the order in which they are applied. */
export function chooseModifiers(circumstances: Circumstances, { factorsBp, off }: ModifierEdits): ChosenModifier[] {
  const { platform, platformLabel, format } = circumstances
  const all = [
    platformModifier(platform, platformLabel),
    ...(format === null ? [] : [formatModifier(format)]),
    ...MODIFIERS.filter(({ kind }) => kind !== 'platform'),
  ]
  return all.map((modifier) => {
    const factorBp = factorsBp[modifier.id] ?? modifier.factorBp
    const times = modifier.isPerMonth ? monthsOf(modifier, circumstances) : 1
    return {
      ...modifier,
      factorBp,
      shippedBp: modifier.factorBp,
      isEdited: factorBp !== modifier.factorBp,
      applies: applies(modifier, circumstances),
      isOff: off.includes(modifier.id),
      times,
      totalBp: Math.max(0, 10_000 + times * (factorBp - 10_000)),
    }
  })
}

function monthsOf({ kind }: Modifier, { usageMonths, exclusivityMonths }: Circumstances): number {
  return Math.max(1, kind === 'usage' ? usageMonths : exclusivityMonths)
}

function applies({ id, kind, from }: Modifier, circumstances: Circumstances): boolean {
  switch (kind) {
    case 'engagement':
      return circumstances.engagementBp !== null && circumstances.engagementBp >= (from ?? 0)
    case 'usage':
      return id === `usage:${circumstances.usage}`
    case 'exclusivity':
      return circumstances.exclusivityMonths > 0
    case 'b2b':
      return circumstances.isB2b
    case 'niche':
      return circumstances.isNiche
    case 'rush':
      return circumstances.isRush
    case 'package':
    case 'term':
      return from !== null && from === highestStep(kind, circumstances)
    default:
      return true
  }
}

/** Of several steps of a discount only the highest that is reached counts. */
function highestStep(kind: 'package' | 'term', { posts, months }: Circumstances): number | null {
  const reached = kind === 'package' ? posts : months
  const steps = MODIFIERS.flatMap((modifier) => (modifier.kind === kind && modifier.from !== null ? [modifier.from] : []))
  return steps.filter((from) => from <= reached).toSorted((a, b) => b - a)[0] ?? null
}
