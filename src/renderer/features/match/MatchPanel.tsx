import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { CRITERIA } from '#src/shared/domain/match/score.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Section } from '../../ui/fields.tsx'
import { CompactCount, Percent } from '../../ui/figures.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TierChip, tierWord } from '../../ui/TierChip.tsx'
import { platformLabel } from '../creators/platform-label.ts'
import { FactList } from './FactList.tsx'
import { criterionWords, type Match } from './match-columns.tsx'
import classes from './match.module.css'
import { ScoreBar } from './ScoreBar.tsx'

/** Why one creator stands where they stand: every score opened into its facts. */
export function MatchPanel({ row, onClose }: { row: Match; onClose: () => void }) {
  const { creatorId, name, tier, platform, followers, engagementRateBp, rank, slot, total, scores } = row
  return (
    <Panel
      label={`Why ${name}`}
      onClose={onClose}
      header={
        <div className={classes.who}>
          <Avatar name={name} size={40} />
          <div className={classes.whoWords}>
            <h2 className={classes.whoName} title={name}>
              {name}
            </h2>
            <div className={classes.whoFacts}>
              <TierChip tier={tier} isLong />
              {platform && <span>{platformLabel(platform)}</span>}
              <span>
                <CompactCount value={followers} /> followers
              </span>
              <span>
                <Percent basisPoints={engagementRateBp} decimals={1} /> engagement
              </span>
            </div>
          </div>
        </div>
      }
      footer={
        <Button renderRoot={(props) => <Link {...props} to="/roster/$creatorId" params={{ creatorId }} search={{}} />}>
          Open the creator
        </Button>
      }
    >
      <p className={classes.verdict}>
        <strong>{Math.round(total.points)}</strong> of 100, number {rank}
        {slot && `, ${tierWord(slot.tier).toLowerCase()} ${slot.number} of ${slot.of} in the mix`}. {Math.round(total.confidence * 100)} %
        of what it is made from is known.
      </p>
      {CRITERIA.filter((criterion) => scores[criterion].facts.length > 0).map((criterion) => (
        <Section
          key={criterion}
          title={criterionWords[criterion].title}
          note={criterionWords[criterion].says}
          actions={
            <div className={classes.sectionBar}>
              <ScoreBar label={criterionWords[criterion].title} score={scores[criterion]} />
            </div>
          }
        >
          <FactList facts={scores[criterion].facts} />
        </Section>
      ))}
    </Panel>
  )
}
