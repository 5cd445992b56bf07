import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { counted } from '../../../ui/format.ts'
import { SelectionBar } from '../../../ui/SelectionBar.tsx'
import { statusLook, type ContractLine } from '../contract.ts'
import { SignSelection } from './SignSelection.tsx'

/** What can be done with several contracts at once, each as one job with one bar. */
export function ContractsSelection({ chosen, onClear }: { chosen: readonly ContractLine[]; onClear: () => void }) {
  const ids = chosen.map(({ id }) => id)
  const draw = useChange(client.contracts.render, {
    done: ({ documentIds }) => `${counted(documentIds.length, 'PDF')} drawn`,
    onDone: onClear,
  })
  const mark = useChange(client.contracts.setStatus, {
    done: ({ warnings }, { status }) =>
      [`${counted(ids.length, 'contract')}: ${statusLook(status).word.toLowerCase()}`, ...warnings.slice(0, 2)].join('. '),
    onDone: onClear,
  })
  const [isSigning, setSigning] = useState(false)
  return (
    <>
      <SelectionBar count={ids.length} noun="contract" onClear={onClear}>
        <Button loading={draw.isPending} onClick={() => draw.mutate({ ids })}>
          Draw PDFs
        </Button>
        <Button onClick={() => setSigning(true)}>Sign for the agency</Button>
        <Menu position="top-end">
          <Menu.Target>
            <Button loading={mark.isPending} rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>
              Mark as
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['internal approval', 'sent', 'draft', 'declined'] as const).map((status) => (
              <Menu.Item key={status} onClick={() => mark.mutate({ ids, status })}>
                {statusLook(status).word}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </SelectionBar>
      {isSigning && (
        <SignSelection
          ids={ids}
          onClose={() => setSigning(false)}
          onSigned={() => {
            setSigning(false)
            onClear()
          }}
        />
      )}
    </>
  )
}
