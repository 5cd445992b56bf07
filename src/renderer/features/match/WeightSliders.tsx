import { Button, Slider } from '@mantine/core'
import { useState } from 'react'
import { CRITERIA, DEFAULT_WEIGHTS, type Criterion } from '#src/shared/domain/match/score.ts'
import { criterionWords, type Weights } from './match-columns.tsx'
import classes from './match.module.css'

interface WeightSlidersProps {
  weights: Weights
  onChange: (weights: Weights) => void
}

/** How much each criterion has to say; arrow keys move a weight, too. */
export function WeightSliders({ weights, onChange }: WeightSlidersProps) {
  const isEdited = CRITERIA.some((criterion) => weights[criterion] !== DEFAULT_WEIGHTS[criterion])
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>Weights</legend>
      {CRITERIA.map((criterion) => (
        <Weight
          key={criterion}
          criterion={criterion}
          value={weights[criterion]}
          onChange={(value) => onChange({ ...weights, [criterion]: value })}
        />
      ))}
      {isEdited && (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange({ ...DEFAULT_WEIGHTS })}>
          Use the usual weights
        </Button>
      )}
    </fieldset>
  )
}

function Weight({ criterion, value, onChange }: { criterion: Criterion; value: number; onChange: (value: number) => void }) {
  const [now, setNow] = useState(value)
  const [before, setBefore] = useState(value)
  if (before !== value) {
    setBefore(value)
    setNow(value)
  }
  const { title } = criterionWords[criterion]
  return (
    <div className={classes.weight}>
      <span className={classes.weightName}>{title}</span>
      <Slider
        className={classes.slider}
        size={4}
        thumbSize={14}
        min={0}
        max={10}
        step={1}
        label={null}
        value={now}
        onChange={setNow}
        onChangeEnd={onChange}
        thumbLabel={`Weight of ${title.toLowerCase()}`}
      />
      <span className={classes.weightValue}>{now}</span>
    </div>
  )
}
