import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { confirm } from '../../../ui/confirm.tsx'
import { StatusDot } from '../../../ui/StatusDot.tsx'
import { statusLook, statusWord, type Contract, type ContractStatus } from '../contract.ts'

const endsFor = 'A terminated contract stays on file and can no longer be signed. Talk first, and document why.'

/** The contract's status, and where a person may take it from here. */
export function StatusMenu({ contract }: { contract: Contract }) {
  const { id, number, status, mayBecome } = contract
  const { tone } = statusLook(status)
  const mark = useChange(client.contracts.setStatus, {
    done: (_, { status: next }) => `Contract ${number}: ${statusLook(next).word.toLowerCase()}`,
  })
  const look = <StatusDot tone={tone}>{statusWord(contract)}</StatusDot>
  if (mayBecome.length === 0) return look
  const take = async (next: (typeof verbs)[number]['status']) => {
    const ends = next === 'terminated'
    if (
      ends &&
      !(await confirm({ title: `Terminate contract ${number}`, message: endsFor, verb: 'Terminate contract', isDangerous: true }))
    )
      return
    mark.mutate({ ids: [id], status: next })
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={mark.isPending}
          rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
          aria-label={`Status: ${statusWord(contract)}. Change it`}
        >
          {look}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {verbs
          .filter(({ status: next }) => mayBecome.includes(next))
          .map(({ status: next, verb }) => (
            <Menu.Item key={next} onClick={() => void take(next)}>
              {verb(status)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const verbs = [
  { status: 'internal approval', verb: () => 'Ask for approval' },
  { status: 'sent', verb: (from: ContractStatus) => (from === 'internal approval' ? 'Approve and mark as sent' : 'Mark as sent') },
  { status: 'draft', verb: () => 'Make a draft again' },
  { status: 'declined', verb: () => 'Mark as declined' },
  { status: 'expired', verb: () => 'Mark as expired' },
  { status: 'terminated', verb: () => 'Terminate contract' },
] as const
