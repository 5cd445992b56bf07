import { filled, shareText, wholeNumber, type KitLabels, type ProposalLabels } from '../mediaKit/labels.ts'
import type { KitAccount, MediaKit } from '../mediaKit/types.ts'
import { accountHead, engagementText, followersText } from '../mediaKit/words.ts'
import type { Proposal, ReachLine } from './types.ts'

/** "48,210", "48,210 (1 not known)", or that it is not known. */
export function reachText({ followers, unknown }: ReachLine, language: string, labels: KitLabels, words: ProposalLabels): string {
  if (followers === null) return labels.notKnown
  const known = wholeNumber(followers, language)
  return unknown > 0 ? filled(words.notKnownCount, { known, count: String(unknown) }) : known
}

/** Platform, tier, followers and engagement of the first account, in a line each. */
export function firstAccount({ accounts, language }: MediaKit, labels: KitLabels) {
  const [account] = accounts
  if (!account) return null
  return {
    platform: account.platform,
    handle: account.handle,
    tier: account.tier,
    followers: followersText(account, language, labels),
    engagement: account.engagement.map(({ basis, rate }) => engagementText(basis, rate, labels)).join('\n') || labels.notKnown,
  }
}

/** One account in a line: "Instagram · Micro: 48,210 followers; 4.2% by followers (average likes …)". */
export function accountSentence(account: KitAccount, language: string, labels: KitLabels): { head: string; text: string } {
  const rates = account.engagement.map(({ basis, rate, how }) => `${engagementText(basis, rate, labels)} (${how})`)
  const followers = `${followersText(account, language, labels)} ${labels.followers}`
  return { head: `${accountHead(account)}, ${account.handle}`, text: [followers, ...rates].join('; ') }
}

/** The two largest shares of each part of an audience: "Portugal 42.1%, Brazil 21.3%". */
export function audienceBriefs({ audiences, language }: MediaKit): { title: string; text: string }[] {
  return (audiences[0]?.parts ?? []).map(({ title, shares }) => ({
    title,
    text: shares
      .toSorted((a, b) => b.bp - a.bp)
      .slice(0, 2)
      .map(({ label, bp }) => `${label} ${shareText(bp, language)}`)
      .join(', '),
  }))
}

/** What is said below the prices. */
export function priceNotes({ prices }: Proposal, words: ProposalLabels): string[] {
  if (!prices) return []
  return [words.priceNote, ...(prices.without > 0 ? [filled(words.withoutPrice, { count: String(prices.without) })] : [])]
}
