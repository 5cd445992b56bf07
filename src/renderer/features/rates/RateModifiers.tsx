import { Button, NumberInput, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { switchable, withModifier, type RateChoices, type Suggestion } from './rate-choices.ts'
import classes from './rates.module.css'

interface RateModifiersProps {
  suggestion: Suggestion
  choices: RateChoices
  onChange: (choices: RateChoices) => void
}

const whole = [
  { id: 'deals', kind: 'deals', label: 'Your own deals', words: 'Replace the benchmark once there are enough of the same kind.' },
  {
    id: 'engagement',
    kind: 'base',
    label: 'Engagement against peers',
    words: 'Priced as an account that usually brings as many interactions.',
  },
] as const

/** Everything that moves this price, each with its switch and its factor. */
export function RateModifiers({ suggestion, choices, onChange }: RateModifiersProps) {
  const { deals, basis } = suggestion
  const bases = whole.filter(({ id }) => (id === 'deals' ? deals.found >= deals.needed : basis === 'benchmark'))
  const toggle = (modifier: { id: string; kind: string }, isOn: boolean) => onChange(withModifier(choices, modifier, isOn))
  return (
    <>
      <ul className={classes.modifiers}>
        {bases.map((base) => (
          <li key={base.id} className={classes.modifier}>
            <Switch
              label={base.label}
              checked={!choices.off?.includes(base.id)}
              onChange={({ currentTarget }) => toggle(base, currentTarget.checked)}
            />
            <div className={classes.words}>{base.words}</div>
          </li>
        ))}
        {switchable(suggestion).map((modifier) => (
          <ModifierLine
            key={modifier.id}
            modifier={modifier}
            onToggle={(isOn) => toggle(modifier, isOn)}
            onFactor={(factorBp) => onChange({ ...choices, factorsBp: { ...choices.factorsBp, [modifier.id]: factorBp } })}
          />
        ))}
      </ul>
      <Keeping choices={choices} onChange={onChange} />
    </>
  )
}

interface ModifierLineProps {
  modifier: Suggestion['modifiers'][number]
  onToggle: (isOn: boolean) => void
  onFactor: (factorBp: number) => void
}

function ModifierLine({ modifier, onToggle, onFactor }: ModifierLineProps) {
  const { label, words, factorBp, isPerMonth, applies, isOff, source } = modifier
  const keep = (text: string) => {
    const typed = Math.round(Number.parseFloat(text.replace(',', '.')) * 100)
    if (typed >= 1 && typed <= 100_000 && typed !== factorBp) onFactor(typed)
  }
  return (
    <li className={classes.modifier}>
      <Switch label={label} checked={applies && !isOff} onChange={({ currentTarget }) => onToggle(currentTarget.checked)} />
      <NumberInput
        key={factorBp}
        aria-label={`Factor of ${label}${isPerMonth ? ' a month' : ''}`}
        className={classes.factor}
        suffix={isPerMonth ? ' % a month' : ' %'}
        thousandSeparator=""
        decimalScale={2}
        min={0.01}
        max={1000}
        defaultValue={factorBp / 100}
        onBlur={({ currentTarget }) => keep(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur()
        }}
      />
      <div className={classes.words}>
        {words} {source.text}
      </div>
    </li>
  )
}

/** Keeps factors typed here for every price of the workspace, or goes back to those Troupe came with. */
function Keeping({ choices, onChange }: Omit<RateModifiersProps, 'suggestion'>) {
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  const forget = () => onChange({ ...choices, factorsBp: undefined })
  const keep = useChange(client.workspace.updateSettings, { done: 'Factors kept', onDone: forget })
  const restore = useChange(client.workspace.updateSettings, { done: 'Shipped factors restored', onDone: forget })
  const rateCard = settings.data?.rateCard
  if (!rateCard) return null
  const isTyped = Object.keys(choices.factorsBp ?? {}).length > 0
  const isEdited = Object.keys(rateCard.factorsBp).length > 0
  if (!isTyped && !isEdited) return null
  const all = { ...rateCard, factorsBp: { ...rateCard.factorsBp, ...choices.factorsBp } }
  return (
    <div className={classes.keeping}>
      {isTyped && (
        <>
          <Button loading={keep.isPending} onClick={() => keep.mutate({ changes: { rateCard: all } })}>
            Keep factors for the workspace
          </Button>
          <Button variant="subtle" onClick={forget}>
            Discard
          </Button>
        </>
      )}
      {isEdited && (
        <Button
          variant="subtle"
          loading={restore.isPending}
          onClick={() => restore.mutate({ changes: { rateCard: { ...rateCard, factorsBp: {} } } })}
        >
          Use the shipped factors
        </Button>
      )}
    </div>
  )
}
