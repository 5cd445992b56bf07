import data from '../../../../resources/benchmarks/rate-modifiers.json' with { type: 'json' }

/** What a modifier's figure rests on: a range the sources give, an order they give without a figure, or the house alone. */
export const MODIFIER_BASES = ['figure', 'order', 'house'] as const
export type ModifierBasis = (typeof MODIFIER_BASES)[number]

/** Something that makes a post dearer or cheaper. Basis points of the price: 10,000 leaves it as it is. */
export type Modifier = {
  readonly id: string
  readonly kind: string
  /** The engagement rate in basis points, the posts or the months from which it counts; null where it takes none. */
  readonly from: number | null
  /** The factor is that of one month; more months add up. */
  readonly isPerMonth: boolean
  readonly factorBp: number
  readonly basis: ModifierBasis
  readonly label: string
  readonly words: string
}

/** Everything that moves a price, as shipped (facts.md §3); `basis` says which figures are the house's own. */
export const MODIFIERS: readonly Modifier[] = data.modifiers.map((modifier) => ({ ...modifier, basis: knownBasis(modifier.basis) }))

/** How many own deals of a kind replace the benchmark, and why so many; a house default. */
export const DEALS_NEEDED = data.dealsNeeded
export const DEALS_NEEDED_WHY = data.dealsNeededWhy

/** Where a modifier's figure comes from, as a sentence. */
export function basisWords(basis: ModifierBasis): string {
  return data.bases[basis]
}

/** A platform's modifier; one that no source compares leaves the price as it is until the agency says otherwise. */
export function platformModifier(platform: string, label: string): Modifier {
  return (
    MODIFIERS.find(({ id }) => id === `platform:${platform}`) ??
    neutral('platform', platform, label, `No source compares the prices of ${label} with others.`)
  )
}

/** A format's modifier: the sources price "a post" and tell no format from another, so it is for the agency to set. */
export function formatModifier(format: string): Modifier {
  return neutral('format', format, `Format: ${format}`, 'The sources give one price for a post of any format.')
}

/** Whether there can be a modifier with this id: a shipped one, or that of any platform or format. */
export function isModifierId(id: string): boolean {
  return MODIFIERS.some((modifier) => modifier.id === id) || /^(platform|format):./.test(id)
}

function neutral(kind: string, name: string, label: string, words: string): Modifier {
  return { id: `${kind}:${name}`, kind, from: null, isPerMonth: false, factorBp: 10_000, basis: 'house', label, words }
}

function knownBasis(word: string): ModifierBasis {
  const basis = MODIFIER_BASES.find((one) => one === word)
  if (basis === undefined) throw new RangeError(`"${word}" is not a basis of a modifier.`)
  return basis
}
