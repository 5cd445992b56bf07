import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import type { z } from 'zod'
import type { Client } from '#src/shared/contract/clients.ts'
import { CURRENCY_CODES } from '#src/shared/domain/currencies.ts'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Answer, ProblemNote } from '../../ui/states.tsx'
import classes from './clients.module.css'

type ClientRow = z.infer<typeof Client>
const route = getRouteApi('/campaigns/clients/$clientId')

/** One client beside the campaigns; `new` in the address is one that is not there yet. */
export function ClientPanel() {
  const { clientId } = route.useParams()
  const isNew = clientId === 'new'
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  const known = useQuery(api.clients.show.queryOptions({ input: { id: clientId }, enabled: !isNew }))
  if (isNew) return settings.data ? <ClientForm key="new" known={null} currency={settings.data.currency} /> : null
  return (
    <Answer query={known} what="The client could not be shown" loading={null}>
      {(row) => <ClientForm key={row.id} known={row} currency={row.currency} />}
    </Answer>
  )
}

function ClientForm({ known, currency }: { known: ClientRow | null; currency: string }) {
  const navigate = route.useNavigate()
  const back = () => void navigate({ to: '/campaigns/clients', search: (now) => now })
  const { form, kept } = useKeptForm(`clients/${known?.id ?? 'new'}`, {
    name: known?.name ?? '',
    industry: known?.industry ?? '',
    contactName: known?.contactName ?? '',
    contactEmail: known?.contactEmail ?? '',
    billingAddress: known?.billingAddress ?? '',
    currency,
    notes: known?.notes ?? '',
  })
  const end = () => {
    kept.discard()
    back()
  }
  const create = useChange(client.clients.create, { done: 'Client added', quiet: true, onDone: end })
  const update = useChange(client.clients.update, { done: 'Client saved', quiet: true, onDone: end })
  const archive = useChange(client.clients.setArchived, {
    done: (_, { archived }) => (archived ? 'Client archived' : 'Client brought back'),
    onDone: back,
  })
  const submit = form.onSubmit(({ name, currency: chosen, ...texts }) => {
    const values = {
      name,
      currency: chosen,
      ...(Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim() || null])) as Record<
        keyof typeof texts,
        string | null
      >),
    }
    if (known) update.mutate({ id: known.id, changes: values })
    else create.mutate(values)
  })
  return (
    <Panel
      label="Client"
      header={known?.name ?? 'New client'}
      onClose={back}
      footer={
        <>
          {known && (
            <Button
              variant="subtle"
              className={classes.archive}
              onClick={() => archive.mutate({ ids: [known.id], archived: known.archivedAt === null })}
            >
              {known.archivedAt ? 'Bring back' : 'Archive'}
            </Button>
          )}
          <Button onClick={end}>Cancel</Button>
          <Button
            variant="filled"
            type="submit"
            form="client"
            disabled={form.values.name.trim() === ''}
            loading={create.isPending || update.isPending}
          >
            {known ? 'Save client' : 'Add client'}
          </Button>
        </>
      }
    >
      <form id="client" className={classes.form} onSubmit={submit}>
        <DraftNote draft={kept} />
        <TextInput label="Name" required autoFocus={known === null} {...form.getInputProps('name')} />
        <div className={classes.pair}>
          <TextInput label="Industry" {...form.getInputProps('industry')} />
          <Select label="Currency" data={CURRENCY_CODES} searchable {...form.getInputProps('currency')} />
          <TextInput label="Contact" {...form.getInputProps('contactName')} />
          <TextInput label="Email" type="email" {...form.getInputProps('contactEmail')} />
        </div>
        <Textarea label="Billing address" {...form.getInputProps('billingAddress')} />
        <Textarea label="Notes" {...form.getInputProps('notes')} />
        <ProblemNote error={create.error ?? update.error} />
        {known && known.campaignCount > 0 && (
          <Link to="/campaigns" search={{ clientId: known.id }} className={classes.link}>
            Show the campaigns of this client ({known.campaignCount})
          </Link>
        )}
      </form>
    </Panel>
  )
}
