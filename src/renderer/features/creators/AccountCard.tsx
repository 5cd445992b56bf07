import { CompactCount, Day, Percent } from '../../ui/figures.tsx'
import { TierChip } from '../../ui/TierChip.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { AddFigures } from './AddFigures.tsx'
import type { CreatorAccount } from './creator-types.ts'
import { FollowerTrend } from './FollowerTrend.tsx'
import classes from './panel.module.css'
import { platformLabel } from './platform-label.ts'

const shownMonths = 6
/** The engine's word for figures that came from no file. */
const byHand = 'manual'

/** One account: where it is, how large, how lively, and on which day that was so. */
export function AccountCard({ account }: { account: CreatorAccount }) {
  const { platform, handle, tier, isPrimary, engagementRateBp, engagementBasis, interactionSet, snapshots } = account
  const [newest] = snapshots
  const trend = byMonth(snapshots)
  const basis = engagementBasis === 'stated' ? 'as stated' : engagementBasis === 'computed' ? interactionSet.join(' + ') : null
  return (
    <article className={classes.account} aria-label={`${platformLabel(platform)} @${handle}`}>
      <div className={classes.accountHead}>
        <span className={classes.platform}>{platformLabel(platform)}</span>
        <span className={classes.handle} title={handle}>
          @{handle}
        </span>
        {tier && <TierChip tier={tier} />}
        {isPrimary && <span className={classes.soft}>primary</span>}
        <AddFigures account={account} />
        <AccountMenu account={account} />
      </div>
      <div className={classes.figures}>
        <Figure name="Followers">
          <CompactCount value={newest?.followers} /> <FollowerTrend of={`@${handle}`} values={trend} platform={platform} tier={tier} />
        </Figure>
        <Figure name="Engagement" note={basis}>
          <Percent basisPoints={engagementRateBp} decimals={1} />
        </Figure>
        <Figure name="Likes a post">
          <CompactCount value={newest?.avgLikes} />
        </Figure>
        <Figure name="Views a post">
          <CompactCount value={newest?.avgViews} />
        </Figure>
      </div>
      {newest && (
        <p className={classes.foot}>
          As of <Day value={newest.takenOn} />, {newest.source === byHand ? 'entered by hand' : `from ${newest.source}`}
        </p>
      )}
    </article>
  )
}

function Figure({ name, note, children }: { name: string; note?: string | null; children: React.ReactNode }) {
  return (
    <div className={classes.figure}>
      <span className={classes.soft}>{name}</span>
      <span className={classes.value}>{children}</span>
      {note && <span className={classes.soft}>{note}</span>}
    </div>
  )
}

/** Followers at the end of each of the last months that have a figure, oldest first. */
function byMonth(newestFirst: CreatorAccount['snapshots']): number[] {
  const ends = new Map<string, number>()
  for (const { takenOn, followers } of newestFirst.toReversed()) if (followers !== null) ends.set(takenOn.slice(0, 7), followers)
  return [...ends.values()].slice(-shownMonths)
}
