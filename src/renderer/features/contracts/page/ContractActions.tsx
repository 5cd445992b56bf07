import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { openRoles, type Contract } from '../contract.ts'

/** The next step as the one primary action; what is rarer under the dots. */
export function ContractActions({ contract }: { contract: Contract }) {
  const { id, campaignId, status, counterparty } = contract
  const navigate = useNavigate()
  const amend = useChange(client.contracts.amend, {
    done: ({ number }) => `Contract ${number} begun`,
    onDone: (made) => void navigate({ to: '/contracts/$contractId', params: { contractId: made.id } }),
  })
  const [next, ...later] = openRoles(contract)
  return (
    <>
      <Menu position="bottom-end">
        <Tooltip label="More">
          <Menu.Target>
            <ActionIcon aria-label="More about this contract" loading={amend.isPending}>
              <IconDots size={16} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown>
          <Menu.Item disabled={status !== 'signed by all'} onClick={() => amend.mutate({ id })}>
            Amend this contract
          </Menu.Item>
          <Menu.Item renderRoot={(props) => <Link {...props} to="/contracts" search={{ campaignId }} />}>
            All contracts of this campaign
          </Menu.Item>
          <Menu.Item renderRoot={(props) => <Link {...props} to="/campaigns/$campaignId" params={{ campaignId }} />}>
            Open the campaign
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {[...later, next].map(
        (role) =>
          role && (
            <Button
              key={role}
              variant={role === next ? 'filled' : 'default'}
              renderRoot={(props) => <Link {...props} to="/contracts/$contractId/sign" params={{ contractId: id }} search={{ role }} />}
            >
              {role === 'agency' ? 'Sign for the agency' : `Let the ${counterparty.role} sign`}
            </Button>
          ),
      )}
    </>
  )
}
