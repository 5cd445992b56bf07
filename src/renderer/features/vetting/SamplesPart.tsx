import { Button, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Section } from '../../ui/fields.tsx'
import { Day } from '../../ui/figures.tsx'
import { formatPercent } from '../../ui/format.ts'
import { Answer } from '../../ui/states.tsx'
import { AddSample } from './AddSample.tsx'
import { SampleRows } from './SampleRows.tsx'
import type { Sample } from './vetting-types.ts'
import classes from './vetting.module.css'

/** Samples of comments and followers that were judged, and where another is pasted or dropped. */
export function SamplesPart({ creatorId, accountId }: { creatorId: string; accountId: string }) {
  const [isAdding, setAdding] = useState(false)
  const samples = useQuery(api.vetting.samples.queryOptions({ input: { creatorId } }))
  return (
    <Section
      title="Samples"
      note={
        samples.data?.length === 0
          ? 'Comments of a post, or profiles of followers, exported or copied: each is judged by itself.'
          : undefined
      }
      actions={
        <Button size="compact-sm" variant="subtle" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
          Add a sample
        </Button>
      }
    >
      {isAdding && <AddSample accountId={accountId} onDone={() => setAdding(false)} />}
      <Answer query={samples} what="The samples could not be read">
        {(all) => (
          <ul className={classes.list}>
            {all.map((sample) => (
              <KeptSample key={sample.id} sample={sample} />
            ))}
          </ul>
        )}
      </Answer>
    </Section>
  )
}

function KeptSample({ sample }: { sample: Sample }) {
  const [isOpen, setOpen] = useState(false)
  const remove = useChange(client.vetting.removeSample, { done: 'Sample removed' })
  return (
    <li className={classes.decided}>
      <div className={classes.decidedHead}>
        <span className={classes.sampleName}>{sample.name}</span>
        <span className={classes.soft}>
          <Day value={sample.takenOn} />
        </span>
      </div>
      <p>{summaryOf(sample)}</p>
      {sample.result.findings.map(({ line, problem }) => (
        <p key={`${line} ${problem}`} className={classes.soft}>
          {problem}
        </p>
      ))}
      <div className={classes.decidedActions}>
        <UnstyledButton className={classes.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the rows' : 'Show each row'}
        </UnstyledButton>
        <Button size="compact-xs" variant="subtle" loading={remove.isPending} onClick={() => remove.mutate({ id: sample.id })}>
          Remove
        </Button>
      </div>
      {isOpen && <SampleRows sample={sample} />}
    </li>
  )
}

function summaryOf(sample: Sample): string {
  if (sample.kind === 'comments') {
    const { judged, spamShare, verdicts } = sample.result
    const share = spamShare === null ? '' : `, ${percent(spamShare)} promotional or spam`
    return `${judged} comments judged${share}; ${verdicts.genuine} genuine.`
  }
  const { judged, share, interval } = sample.result
  if (share === null || interval === null) return `${judged} followers judged; too few for a share.`
  return `${judged} followers judged, about ${percent(share)} fake; 95% interval ${percent(interval[0])} to ${percent(interval[1])}.`
}

function percent(share: number): string {
  return formatPercent(Math.round(share * 10_000), 1)
}
