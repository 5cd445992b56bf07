import { foldText } from '#src/shared/domain/fold.ts'
import { platformById } from '#src/shared/domain/platforms.ts'
import type { CellProblem, CreatorDraft } from './types.ts'

/** Rows of one list that look like the same person on several platforms. They are never put together without being asked; it is said. */
export interface SamePeople {
  /** Looks at a row whose name or handle comes more than once. */
  look(draft: CreatorDraft): void
  notices(): CellProblem[]
}

interface Seen {
  line: number
  name: string
  platform: string
  key: string
}

const mostSeen = 50_000
const mostTold = 200

export function samePeople(column: string | null): SamePeople {
  const seen = new Map<string, Seen[]>()
  let count = 0
  const add = (key: string, one: Seen) => {
    const others = seen.get(key)
    if (others) others.push(one)
    else seen.set(key, [one])
  }
  return {
    look({ line, name, accounts: [account], email }) {
      if (!account || ++count > mostSeen) return
      const folded = foldText(name)
      const one = { line, name, platform: account.platform, key: account.handleKey }
      // “Anna” alone is many people; a first and a last name, or a name and an address for letters, hardly are.
      if (folded.includes(' ')) add(`name ${folded}`, one)
      else if (email !== null) add(`mail ${folded} ${email.toLowerCase()}`, one)
      if (account.handleKey.length >= 4) add(`handle ${account.handleKey}`, one)
    },
    notices() {
      const groups = [...seen.values()].filter((group) => new Set(group.map(({ platform }) => platform)).size > 1)
      const told = new Map<number, Set<number>>()
      const largestFirst = groups.toSorted((a, b) => b.length - a.length)
      const notices = largestFirst.flatMap((group): CellProblem[] => {
        const lines = [...new Set(group.map(({ line }) => line))].sort((a, b) => a - b)
        const [first = 0, ...more] = lines
        const before = told.get(first)
        if (more.length === 0 || lines.every((line) => before?.has(line))) return []
        for (const line of lines) if (!told.has(line)) told.set(line, new Set(lines))
        return [{ line: first, column, value: group[0]?.name ?? null, problem: sentence(lines, group) }]
      })
      notices.sort((a, b) => a.line - b.line)
      const others = notices.length - mostTold
      if (others <= 0) return notices
      const problem = `${others.toLocaleString('en-US')} more groups of lines look like the same person on several platforms.`
      return [...notices.slice(0, mostTold), { line: 0, column, value: null, problem }]
    },
  }
}

function sentence(lines: readonly number[], group: readonly Seen[]): string {
  const platforms = [...new Set(group.map(({ platform }) => platformById(platform)?.label ?? platform))]
  return `Lines ${listed(lines.map(String))} look like the same person on ${listed(platforms)}; they were kept apart.`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
