import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { SelectionBar } from '../../../ui/SelectionBar.tsx'
import type { Selection } from '../../../ui/table/selection.ts'
import { sentence, stages, type Collaboration } from '../campaign-words.ts'
import { CompensationDialog } from './CompensationDialog.tsx'
import { useBulk } from './use-bulk.ts'

interface CreatorsSelectionProps {
  chosen: readonly Collaboration[]
  selection: Selection
  currency: string
}

/** What can be done with the chosen creators of a campaign. */
export function CreatorsSelection({ chosen, selection, currency }: CreatorsSelectionProps) {
  const bulk = useBulk()
  const [isSettingTerms, setSettingTerms] = useState(false)
  const templates = useQuery(api.contracts.templates.queryOptions({ input: {} }))
  const ids = chosen.map(({ id }) => id)
  return (
    <>
      <SelectionBar count={chosen.length} noun="creator" onClear={selection.clear}>
        <Button size="compact-sm" onClick={() => setSettingTerms(true)}>
          Set compensation
        </Button>
        <Menu position="top">
          <Menu.Target>
            <Button size="compact-sm" loading={bulk.setStage.isPending}>
              Set stage
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {stages.map((stage) => (
              <Menu.Item key={stage} onClick={() => bulk.setStage.mutate({ ids, changes: { stage } })}>
                {sentence(stage)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Menu position="top">
          <Menu.Target>
            <Button size="compact-sm" loading={bulk.sendBrief.isPending || bulk.confirmBrief.isPending}>
              Brief
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => bulk.sendBrief.mutate({ collaborationIds: ids })}>Record as sent</Menu.Item>
            <Menu.Item onClick={() => bulk.confirmBrief.mutate({ collaborationIds: ids })}>Record as confirmed</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Menu position="top">
          <Menu.Target>
            <Button size="compact-sm" loading={bulk.makeContracts.isPending}>
              Make contracts
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(templates.data ?? [])
              .filter(({ counterparty }) => counterparty === 'creator')
              .map(({ id, label }) => (
                <Menu.Item key={id} onClick={() => bulk.makeContracts.mutate({ collaborationIds: ids, templateId: id })}>
                  {label}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
        <Button size="compact-sm" loading={bulk.planPayouts.isPending} onClick={() => bulk.planPayouts.mutate({ collaborationIds: ids })}>
          Plan payouts
        </Button>
        <Button
          size="compact-sm"
          loading={bulk.remove.isPending}
          onClick={() => bulk.remove.mutate({ ids }, { onSuccess: () => selection.clear() })}
        >
          Remove
        </Button>
      </SelectionBar>
      {isSettingTerms && <CompensationDialog collaborations={chosen} currency={currency} onClose={() => setSettingTerms(false)} />}
    </>
  )
}
