/** What a list says of one follower's profile; null is not known. */
export interface AccountFigures {
  bioLength: number | null
  followers: number | null
  following: number | null
  posts: number | null
  hasPicture: boolean | null
  isPrivate: boolean | null
  usernameDigits: number | null
  usernameLength: number | null
}

interface Sign {
  readonly name: string
  /** The figures it needs; without one of them the sign is not known. */
  readonly needs: readonly (keyof AccountFigures)[]
  readonly of: (figures: Known) => number
}

type Known = { [Key in keyof AccountFigures]: number }

const log = Math.log1p
const ratio = (known: Known) => log(known.followers) - log(known.following)

/** The signs that the classifier weighs. Fakes follow many and are followed by few, post little and have bare profiles; squares and
 *  products let the two ends of a figure count differently. */
export const ACCOUNT_SIGNS: readonly Sign[] = [
  { name: 'length of the bio', needs: ['bioLength'], of: ({ bioLength }) => log(bioLength) },
  { name: 'has a bio', needs: ['bioLength'], of: ({ bioLength }) => is(bioLength > 0) },
  { name: 'followers', needs: ['followers'], of: ({ followers }) => log(followers) },
  { name: 'following', needs: ['following'], of: ({ following }) => log(following) },
  { name: 'followers to following', needs: ['followers', 'following'], of: ratio },
  { name: 'has a picture', needs: ['hasPicture'], of: ({ hasPicture }) => hasPicture },
  { name: 'is private', needs: ['isPrivate'], of: ({ isPrivate }) => isPrivate },
  { name: 'posts', needs: ['posts'], of: ({ posts }) => log(posts) },
  { name: 'has no post', needs: ['posts'], of: ({ posts }) => is(posts === 0) },
  { name: 'digits in the name', needs: ['usernameDigits'], of: ({ usernameDigits }) => usernameDigits },
  { name: 'digits in the name, logarithm', needs: ['usernameDigits'], of: ({ usernameDigits }) => log(usernameDigits) },
  {
    name: 'share of digits in the name',
    needs: ['usernameDigits', 'usernameLength'],
    of: ({ usernameDigits, usernameLength }) => usernameDigits / Math.max(1, usernameLength),
  },
  { name: 'length of the name', needs: ['usernameLength'], of: ({ usernameLength }) => usernameLength },
  { name: 'followers times posts', needs: ['followers', 'posts'], of: ({ followers, posts }) => log(followers) * log(posts) },
  { name: 'followers up to 54', needs: ['followers'], of: ({ followers }) => Math.min(log(followers), 4) },
  { name: 'fewer than 50 followers', needs: ['followers'], of: ({ followers }) => is(followers < 50) },
  { name: 'follows more than 1,000', needs: ['following'], of: ({ following }) => is(following > 1000) },
  { name: 'follows more than 3,000', needs: ['following'], of: ({ following }) => is(following > 3000) },
  {
    name: 'following of those with fewer than 100 followers',
    needs: ['followers', 'following'],
    of: ({ followers, following }) => log(following) * is(followers < 100),
  },
  { name: 'posts to followers', needs: ['followers', 'posts'], of: ({ followers, posts }) => log(posts) - log(followers) },
  { name: 'followers, squared', needs: ['followers'], of: ({ followers }) => log(followers) ** 2 },
  { name: 'following, squared', needs: ['following'], of: ({ following }) => log(following) ** 2 },
  { name: 'posts, squared', needs: ['posts'], of: ({ posts }) => log(posts) ** 2 },
  { name: 'followers to following, squared', needs: ['followers', 'following'], of: (known) => ratio(known) ** 2 },
]

/** Without these nothing is said of an account: they carry nearly all that can be told. */
export const NEEDED_FIGURES = ['followers', 'following', 'posts'] as const satisfies readonly (keyof AccountFigures)[]

/** The signs of an account in the order of ACCOUNT_SIGNS; null where a figure is not known. */
export function accountSigns(figures: AccountFigures): (number | null)[] {
  const known = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Number(value ?? 0)])) as Known
  return ACCOUNT_SIGNS.map(({ needs, of }) => (needs.every((key) => figures[key] !== null) ? of(known) : null))
}

function is(condition: boolean): number {
  return condition ? 1 : 0
}
