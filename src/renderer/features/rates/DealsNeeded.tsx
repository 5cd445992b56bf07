import { NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import classes from './rates.module.css'

/** How many own deals of a kind replace the benchmark, for every price of the workspace. */
export function DealsNeeded() {
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  const update = useChange(client.workspace.updateSettings, { done: 'Number of deals changed' })
  const rateCard = settings.data?.rateCard
  if (!rateCard) return null
  const keep = (text: string) => {
    const dealsNeeded = Number.parseInt(text, 10)
    if (dealsNeeded >= 1 && dealsNeeded !== rateCard.dealsNeeded) update.mutate({ changes: { rateCard: { ...rateCard, dealsNeeded } } })
  }
  return (
    <NumberInput
      key={rateCard.dealsNeeded}
      label="Deals that replace the benchmark"
      className={classes.needed}
      defaultValue={rateCard.dealsNeeded}
      min={1}
      max={1000}
      thousandSeparator=""
      allowDecimal={false}
      onBlur={({ currentTarget }) => keep(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur()
      }}
    />
  )
}
