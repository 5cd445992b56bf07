import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { z } from 'zod'
import type { ProgramKind } from '#src/shared/contract/campaigns.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { ClientPicker } from '../clients/ClientPicker.tsx'
import { programKinds, sentence } from './campaign-words.ts'
import classes from './campaigns.module.css'
import { DateField } from './DateField.tsx'

const route = getRouteApi('/campaigns/new')
type Kind = z.infer<typeof ProgramKind>

interface Plan {
  name: string
  clientId: string | null
  programKind: Kind
  startsOn: string | null
  endsOn: string | null
  budget: Money | null
}

/** A new campaign, beside the list: who for, what, when and how much. */
export function NewCampaignPanel() {
  const navigate = route.useNavigate()
  const { clientId: chosenClient } = route.useSearch()
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  const draft = useDraft<Plan>('campaigns/new', {
    name: '',
    clientId: chosenClient ?? null,
    programKind: 'campaign',
    startsOn: null,
    endsOn: null,
    budget: null,
  })
  const { name, clientId, programKind, startsOn, endsOn, budget } = draft.values
  const close = () => void navigate({ to: '/campaigns', search: (now) => now })
  const create = useChange(client.campaigns.create, {
    done: 'Campaign added',
    quiet: true,
    onDone: ({ id }) => {
      draft.discard()
      void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } })
    },
  })
  const submit = () => {
    if (clientId === null) return
    create.mutate({
      clientId,
      name,
      programKind,
      startsOn,
      endsOn,
      budgetMinor: budget?.amountMinor ?? null,
      ...(budget ? { currency: budget.currency } : {}),
    })
  }
  const cancel = () => {
    draft.discard()
    close()
  }
  const isReady = name.trim() !== '' && clientId !== null
  return (
    <Panel
      label="New campaign"
      header="New campaign"
      onClose={close}
      footer={
        <>
          <Button onClick={cancel}>Cancel</Button>
          <Button variant="filled" type="submit" form="new-campaign" disabled={!isReady} loading={create.isPending}>
            Add campaign
          </Button>
        </>
      }
    >
      <form
        id="new-campaign"
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DraftNote draft={draft} />
        <TextInput
          label="Name"
          required
          data-autofocus
          autoFocus
          value={name}
          placeholder="Spring launch"
          onChange={({ currentTarget }) => draft.change({ name: currentTarget.value })}
        />
        <ClientPicker value={clientId} onChange={(next) => draft.change({ clientId: next })} isRequired />
        <Select
          label="Kind"
          data={programKinds.map((kind) => ({ value: kind, label: sentence(kind) }))}
          value={programKind}
          onChange={(kind) => draft.change({ programKind: kind as Kind })}
        />
        <div className={classes.pair}>
          <DateField label="Starts" value={startsOn} onChange={(day) => draft.change({ startsOn: day })} latest={endsOn} />
          <DateField label="Ends" value={endsOn} onChange={(day) => draft.change({ endsOn: day })} earliest={startsOn} />
        </div>
        {settings.data && (
          <MoneyInput
            label="Budget"
            value={budget}
            onChange={(amount) => draft.change({ budget: amount })}
            currency={settings.data.currency}
            description="For fees, products and shipping together."
          />
        )}
        <ProblemNote error={create.error} />
      </form>
    </Panel>
  )
}
