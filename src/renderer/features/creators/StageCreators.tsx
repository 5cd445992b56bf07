import { Button, Menu } from '@mantine/core'
import { RelationshipStage } from '#src/shared/contract/creators.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { counted } from '../../ui/format.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { stageTones, stageWord } from './stages.ts'

/** Says of a selection of creators how far the relationship is. */
export function StageCreators({ ids }: { ids: string[] }) {
  const change = useChange(client.creators.setStage, {
    done: ({ changed }, { stage }) => `Set ${counted(changed, 'creator')} to ${stageWord(stage)}`,
  })
  return (
    <Menu position="top">
      <Menu.Target>
        <Button loading={change.isPending}>Set stage</Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Stage">
        {RelationshipStage.options.map((stage) => (
          <Menu.Item key={stage} onClick={() => change.mutate({ ids, stage })}>
            <StatusDot tone={stageTones[stage]}>{stageWord(stage)}</StatusDot>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
