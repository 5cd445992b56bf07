import { CompactCount, Day, Percent } from '../../ui/figures.tsx'
import { Sparkline } from '../../ui/Sparkline.tsx'
import { TierChip } from '../../ui/TierChip.tsx'
import { AddFigures } from './AddFigures.tsx'
import type { CreatorAccount } from './creator-types.ts'
import classes from './panel.module.css'
import { platformLabel } from './platform-label.ts'

const shownMonths = 6
/** The engine's word for figures that came from no file. */
const byHand = 'manual'

/** One account: where it is, how large, how lively, and on which day that was so. */
export function AccountCard({ account }: { account: CreatorAccount }) {
  const { platform, handle, tier, isPrimary, engagementRateBp, engagementBasis, interactionSet, snapshots } = account
  const [newest] = snapshots
  const trend = snapshots
    .slice(0, shownMonths)
    .flatMap(({ followers }) => (followers === null ? [] : [followers]))
    .toReversed()
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
      </div>
      <div className={classes.figures}>
        <Figure name="Followers">
          <CompactCount value={newest?.followers} />{' '}
          <Sparkline values={trend} label={`Followers on @${handle} over the last ${trend.length} entries`} />
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
