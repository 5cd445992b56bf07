import { ActionIcon, Button, NumberInput, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { MoneyInput } from '../../../ui/MoneyInput.tsx'
import classes from './compensation.module.css'
import { newRung, type RungDraft } from './compensation-draft.ts'
import { RateInput } from './RateInput.tsx'

interface LadderEditorProps {
  rungs: readonly RungDraft[]
  currency: string
  onChange: (rungs: readonly RungDraft[]) => void
}

/** The steps of an ambassador ladder by followers; the next step begins where the one before ends. */
export function LadderEditor({ rungs, currency, onChange }: LadderEditorProps) {
  const change = (key: string, changes: Partial<RungDraft>) =>
    onChange(rungs.map((rung) => (rung.key === key ? { ...rung, ...changes } : rung)))
  return (
    <div className={classes.ladder}>
      {rungs.map((rung, place) => (
        <RungFields
          key={rung.key}
          rung={rung}
          currency={currency}
          canRemove={rungs.length > 1}
          onChange={(changes) => change(rung.key, changes)}
          onRemove={() => onChange(rungs.filter(({ key }) => key !== rung.key))}
          name={rung.label.trim() || `Step ${place + 1}`}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.add}
        leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
        onClick={() => onChange([...rungs, newRung(`Tier ${rungs.length + 1}`, rungs.at(-1)?.to ?? null, null)])}
      >
        Add a step
      </Button>
    </div>
  )
}

interface RungFieldsProps {
  rung: RungDraft
  name: string
  currency: string
  canRemove: boolean
  onChange: (changes: Partial<RungDraft>) => void
  onRemove: () => void
}

function RungFields({ rung, name, currency, canRemove, onChange, onRemove }: RungFieldsProps) {
  const followers = (label: string, field: 'from' | 'to') => (
    <NumberInput
      label={label}
      min={0}
      allowDecimal={false}
      required={field === 'from'}
      placeholder={field === 'to' ? 'No limit' : undefined}
      value={rung[field] ?? ''}
      onChange={(value) => onChange({ [field]: typeof value === 'number' ? value : null })}
    />
  )
  const amount = (label: string, field: 'pricePerPost' | 'highestPricePerPost' | 'productValue', isRequired = false) => (
    <MoneyInput
      label={label}
      value={rung[field]}
      currency={currency}
      canChooseCurrency={false}
      isRequired={isRequired}
      onChange={(value) => onChange({ [field]: value })}
    />
  )
  return (
    <fieldset className={classes.rung}>
      <legend className="visually-hidden">{name}</legend>
      <TextInput label="Step" required value={rung.label} onChange={({ currentTarget }) => onChange({ label: currentTarget.value })} />
      {followers('From followers', 'from')}
      {followers('To under', 'to')}
      {amount('Price per post', 'pricePerPost', true)}
      {amount('Up to', 'highestPricePerPost')}
      {amount('Products worth', 'productValue')}
      <RateInput label="Further discount" value={rung.discountBp} onChange={(discountBp) => onChange({ discountBp })} />
      {canRemove && (
        <Tooltip label="Remove this step">
          <ActionIcon aria-label={`Remove ${name}`} className={classes.remove} onClick={onRemove}>
            <IconTrash size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      )}
    </fieldset>
  )
}
