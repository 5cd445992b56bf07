import type { SignalId } from './signal.ts'

/** What each signal is called on screens and on paper. */
export const SIGNAL_TITLES: Readonly<Record<SignalId, string>> = {
  growth: 'Follower growth',
  followerToFollowing: 'Followers to following',
  followerSample: 'Follower sample',
  comments: 'Comments',
  audienceFit: 'Audience fit',
  sponsoredShare: 'Sponsored posts',
  rhythm: 'Posting rhythm',
  engagement: 'Engagement',
  likesToComments: 'Likes to comments',
  engagementTrend: 'Engagement trend',
}
