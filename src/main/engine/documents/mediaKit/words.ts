import { filled, shareText, shortDate, wholeNumber, type KitLabels } from './labels.ts'
import type { KitAccount, KitAudience, KitPost, MediaKit } from './types.ts'

/** "48,210", or that it is not known. */
export function followersText({ followers }: Pick<KitAccount, 'followers'>, language: string, labels: KitLabels): string {
  return followers === null ? labels.notKnown : wholeNumber(followers, language)
}

/** "4.2% by followers". */
export function engagementText(basis: 'followers' | 'reach', rate: string, labels: KitLabels): string {
  return `${rate} ${basis === 'followers' ? labels.byFollowers : labels.byReach}`
}

/** "Instagram · Micro". */
export function accountHead({ platform, tier }: KitAccount): string {
  return tier ? `${platform} · ${tier}` : platform
}

/** One part of an audience with its figures in words. */
export function audienceSentence(
  { platform, on }: KitAudience,
  part: KitAudience['parts'][number],
  language: string,
  labels: KitLabels,
): string {
  const shares = part.shares.map(({ label, bp }) => `${label} ${shareText(bp, language)}`).join(', ')
  return filled(labels.audienceText, { title: part.title, platform, date: shortDate(on, language), shares })
}

/** "Instagram · Reel · 3 Mar 2026 · sponsored". */
export function postHead({ platform, format, on, isSponsored }: KitPost, language: string, labels: KitLabels): string {
  const parts = [platform, format, on && shortDate(on, language), isSponsored && labels.sponsored]
  return parts.filter(Boolean).join(' · ') || labels.post
}

/** What the picture of a post shows, as far as its caption says. */
export function postAlt(post: KitPost, language: string, labels: KitLabels): string {
  return filled(labels.pictureOf, { what: post.caption ?? postHead(post, language, labels) })
}

export function postsTitle({ posts }: MediaKit, labels: KitLabels): string {
  return posts.measure ? filled(labels.posts, { measure: posts.measure }) : labels.recentPosts
}
