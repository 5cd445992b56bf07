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
    case 'price':
      return facts.amounts >= 0.3
    case 'email':
      return facts.emails >= 0.3
    case 'phone':
      return facts.emails < 0.5 && facts.links < 0.5
    case 'url':
      return facts.links >= 0.3
    case 'platform':
      return facts.platforms >= 0.3 || areFewWords(facts)
    case 'takenOn':
      return facts.dates >= 0.5 || (facts.median !== null && facts.median > 36_000 && facts.median < 73_000)
    case 'handle':
      return areHandlesAndAddresses(facts) || (facts.links < 0.5 && facts.emails < 0.5 && hasWords(facts))
    case 'name':
      return facts.links < 0.5 && facts.emails < 0.5 && hasWords(facts)
    default:
      return true
  }
}

/** Handles on some rows and profile addresses on others; only addresses are a column of addresses. */
function areHandlesAndAddresses({ links, identifying, emails }: ColumnFacts): boolean {
  return links > 0 && identifying > links && identifying >= 0.8 && emails < 0.5
}

/** Names of places nobody here knows yet: a few words that come again and again, or that a short list has few of. */
function areFewWords({ distinct, filled, numbers, links, emails, atHandles, long }: ColumnFacts): boolean {
  const areWords = numbers < 0.5 && links + emails + atHandles + long < 0.3
  return areWords && distinct <= 12 && (distinct * 3 < filled || filled <= 12)
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
  if (facts.accounts >= 0.6) return 'handle'
  if (facts.platforms >= 0.7 && facts.distinct <= 15) return 'platform'
  if (facts.countries >= 0.6) return 'country'
  return null
}
