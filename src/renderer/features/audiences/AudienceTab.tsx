import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Section } from '../../ui/fields.tsx'
import { formatDay } from '../../ui/format.ts'
import { Answer } from '../../ui/states.tsx'
import type { CreatorAccount } from '../creators/creator-types.ts'
import { platformLabel } from '../creators/platform-label.ts'
import { AddAudience } from './AddAudience.tsx'
import type { KeptAudience } from './audience-types.ts'
import { AudienceBars } from './AudienceBars.tsx'
import classes from './audiences.module.css'
import { ImportAudience } from './ImportAudience.tsx'

interface AudienceTabProps {
  creatorId: string
  accounts: readonly CreatorAccount[]
}

/** Who follows a creator, account by account and day by day. */
export function AudienceTab({ creatorId, accounts }: AudienceTabProps) {
  const kept = useQuery(api.audiences.list.queryOptions({ input: { creatorId } }))
  const [chosenId, setChosenId] = useState<string | null>(null)
  const account = accounts.find(({ id }) => id === chosenId) ?? accounts[0]
  if (!account)
    return (
      <Section title="Audience" note="An audience belongs to an account; add an account first.">
        {null}
      </Section>
    )
  return (
    <Answer query={kept} what="The audience could not be read">
      {(all) => (
        <>
          {accounts.length > 1 && (
            <Select
              label="Account"
              mb="md"
              allowDeselect={false}
              value={account.id}
              onChange={setChosenId}
              data={accounts.map(({ id, platform, handle }) => ({ value: id, label: `${platformLabel(platform)} @${handle}` }))}
            />
          )}
          <AccountAudience key={account.id} accountId={account.id} kept={all.filter(({ accountId }) => accountId === account.id)} />
        </>
      )}
    </Answer>
  )
}

function AccountAudience({ accountId, kept }: { accountId: string; kept: readonly KeptAudience[] }) {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const remove = useChange(client.audiences.remove, { done: 'Audience taken out' })
  const shown = kept.find(({ id }) => id === chosenId) ?? kept[0]
  return (
    <>
      <Section
        title="Audience"
        actions={<AddAudience accountId={accountId} before={shown?.shares} />}
        note={shown ? undefined : 'Nothing is known yet of who follows this account.'}
      >
        {shown && (
          <>
            <div className={classes.head}>
              <Select
                aria-label="As of"
                allowDeselect={false}
                value={shown.id}
                onChange={setChosenId}
                data={kept.map(({ id, takenOn, source }) => ({ value: id, label: `${formatDay(takenOn)}, ${sourceWord(source)}` }))}
                w={260}
              />
              <Button variant="subtle" size="compact-sm" onClick={() => remove.mutate({ id: shown.id })}>
                Take out
              </Button>
            </div>
            <AudienceBars shares={shown.shares} />
          </>
        )}
      </Section>
      <ImportAudience accountId={accountId} />
    </>
  )
}

function sourceWord(source: string): string {
  return source === 'manual' ? 'entered by hand' : `from ${source}`
}
