import type { AccountFigures } from './account-features.ts'

/** A decision tree as it is kept: its nodes in columns, the root first. `figure` is the place in TREE_FIGURES, −1 at a leaf; whoever has at most
 *  `limit` goes on at `below`, the others at the node after it. `value` is added to the log odds at a leaf. */
export interface AccountTree {
  readonly figure: readonly number[]
  readonly limit: readonly number[]
  readonly below: readonly number[]
  readonly value: readonly number[]
}

type Known = { readonly [Key in keyof AccountFigures]: number }

/** What trees ask about: the figures as they are, and three ratios of them. */
const TREE_FIGURES: readonly ((known: Known) => number)[] = [
  ({ bioLength }) => bioLength,
  ({ followers }) => followers,
  ({ following }) => following,
  ({ hasPicture }) => hasPicture,
  ({ isPrivate }) => isPrivate,
  ({ posts }) => posts,
  ({ usernameDigits }) => usernameDigits,
  ({ usernameLength }) => usernameLength,
  ({ followers, following }) => followers / Math.max(1, following),
  ({ usernameDigits, usernameLength }) => usernameDigits / Math.max(1, usernameLength),
  ({ posts, followers }) => posts / Math.max(1, followers),
]

/** What the trees are asked of an account; a figure that is not known counts as the `usual` one. */
export function treeFigures(figures: AccountFigures, usual: Known): number[] {
  const known = { ...usual }
  for (const [key, value] of Object.entries(figures) as [keyof AccountFigures, number | boolean | null][])
    if (value !== null) known[key] = Number(value)
  return TREE_FIGURES.map((of) => of(known))
}

/** What one tree adds to the log odds. */
export function treeValue({ figure, limit, below, value }: AccountTree, asked: readonly number[]): number {
  let node = 0
  for (let place = figure[node] ?? -1; place !== -1; place = figure[node] ?? -1)
    node = (below[node] ?? 0) + ((asked[place] ?? 0) <= (limit[node] ?? 0) ? 0 : 1)
  return value[node] ?? 0
}
