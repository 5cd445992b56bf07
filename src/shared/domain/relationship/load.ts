/** "Reasonable load: about one sponsored post a month for a nano creator" (facts.md §10). Said of no other tier. */
const POSTS_A_MONTH = { nano: 1 } as const

/** What to say of the posts of 30 days; null where it is nothing to speak of. */
export function loadRemark(tier: string | null, postsIn30Days: number): string | null {
  if (tier !== 'nano' || postsIn30Days <= POSTS_A_MONTH.nano) return null
  return `${postsIn30Days} posts within 30 days; about one sponsored post a month is a reasonable load for a nano creator.`
}
