import type { ColumnFacts } from './column-facts.ts'

const counts = new Set(['followers', 'following', 'posts', 'avgViews', 'avgLikes', 'avgComments', 'avgShares', 'avgSaves'])
const words = new Set(['country', 'city', 'location', 'language', 'niche', 'tag'])

/** Whether the cells of a column can be what its header says. An empty column contradicts nothing. */
export function fits(field: string, facts: ColumnFacts): boolean {
  if (facts.filled === 0) return true
  if (counts.has(field)) return facts.numbers >= 0.4 && facts.percents < 0.5
  if (words.has(field)) return facts.numbers < 0.5 && facts.links < 0.5 && facts.emails < 0.5
  switch (field) {
    case 'engagementRate':
    case 'interactions':
      return facts.numbers >= 0.4
    case 'email':
      return facts.emails >= 0.3
    case 'phone':
      return facts.emails < 0.5 && facts.links < 0.5
    case 'url':
      return facts.links >= 0.3
    case 'platform':
      return facts.platforms >= 0.3 || (facts.distinct <= 12 && facts.distinct * 3 < facts.filled && facts.numbers < 0.5)
    case 'handle':
      return areHandlesAndAddresses(facts) || (facts.links < 0.5 && facts.emails < 0.5 && hasWords(facts))
    case 'name':
      return facts.links < 0.5 && facts.emails < 0.5 && hasWords(facts)
    default:
      return true
  }
}

/** Handles on some rows and profile addresses on others; only addresses are a column of addresses. */
function areHandlesAndAddresses({ links, handleLike }: ColumnFacts): boolean {
  return links > 0 && handleLike > 0 && links + handleLike >= 0.9
}

function hasWords({ numbers, atHandles }: ColumnFacts): boolean {
  return numbers < 0.9 || atHandles > 0
}

/** What a column holds by the look of its cells, where that is beyond doubt; null where it is not. */
export function fieldByContent(facts: ColumnFacts): string | null {
  if (facts.filled === 0) return null
  if (facts.emails >= 0.6) return 'email'
  if (facts.atHandles > 0 && facts.links + facts.atHandles >= 0.9) return 'handle'
  if (facts.links >= 0.6) return 'url'
  if (facts.atHandles >= 0.6) return 'handle'
  if (facts.platforms >= 0.7 && facts.distinct <= 15) return 'platform'
  if (facts.countries >= 0.6) return 'country'
  return null
}
