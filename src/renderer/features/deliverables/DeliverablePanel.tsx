import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { today } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useSavedText } from '../../ui/saved-text.ts'
import { Answer, EmptyState, ProblemNote } from '../../ui/states.tsx'
import { DateField } from '../campaigns/DateField.tsx'
import { deliverableStatuses, formatChoices, platformChoices, type Deliverable, type Status } from './deliverable-words.ts'
import classes from './deliverables.module.css'

const route = getRouteApi('/campaigns/$campaignId/deliverables/$deliverableId')

/** One deliverable beside the list. */
export function DeliverablePanel() {
  const { campaignId, deliverableId } = route.useParams()
  const navigate = route.useNavigate()
  const posts = useQuery(api.deliverables.list.queryOptions({ input: { campaignId } }))
  const row = posts.data?.find(({ id }) => id === deliverableId)
  const close = () => void navigate({ to: '/campaigns/$campaignId/deliverables', params: { campaignId }, search: (now) => now })
  const remove = useChange(client.deliverables.remove, { done: 'Deliverable removed', onDone: close })
  return (
    <Panel
      label="Deliverable"
      header={row?.title ?? ' '}
      onClose={close}
      footer={
        row && (
          <>
            <Button variant="subtle" color="red" mr="auto" loading={remove.isPending} onClick={() => remove.mutate({ ids: [row.id] })}>
              Remove
            </Button>
            <Button
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/campaigns/$campaignId/results/enter"
                  params={{ campaignId }}
                  search={{ for: row.collaborationId, post: row.id }}
                />
              )}
            >
              Enter results
            </Button>
          </>
        )
      }
    >
      <Answer query={posts} what="The deliverable could not be shown">
        {() =>
          row ? (
            <DeliverableFields key={row.id} row={row} />
          ) : (
            <EmptyState title="No longer there">This deliverable was removed.</EmptyState>
          )
        }
      </Answer>
    </Panel>
  )
}

type Changes = Partial<Pick<Deliverable, 'title' | 'platform' | 'format' | 'dueOn' | 'status' | 'postUrl' | 'postedAt' | 'notes'>>

/** Each field is saved when it is left. */
function DeliverableFields({ row }: { row: Deliverable }) {
  const save = useChange(client.deliverables.update, {
    done: (_, { changes }) => (changes.status ? `Set to “${changes.status}”` : null),
    quiet: true,
  })
  const change = (changes: Changes) => {
    const isNew = Object.entries(changes).some(([key, value]) => row[key as keyof Changes] !== value)
    if (isNew) save.mutate({ ids: [row.id], changes })
  }
  const title = useSavedText(row.title, (text) => change({ title: text ?? row.title }), true)
  const postUrl = useSavedText(row.postUrl, (text) => change({ postUrl: text }))
  const notes = useSavedText(row.notes, (text) => change({ notes: text }))
  const setStatus = (status: Status) => change({ status, ...(status === 'posted' && !row.postedAt ? { postedAt: noonOf(today()) } : {}) })
  return (
    <div className={classes.form}>
      <div className={classes.soft}>By {row.creatorName}</div>
      <Select
        label="Status"
        data={deliverableStatuses.map((status) => ({ value: status, label: status.charAt(0).toUpperCase() + status.slice(1) }))}
        value={row.status}
        onChange={(status) => setStatus(status as Status)}
      />
      <TextInput label="Title" {...title} />
      <div className={classes.pair}>
        <Select
          label="Platform"
          searchable
          data={platformChoices}
          value={row.platform}
          onChange={(platform) => platform && change({ platform, format: formatChoices(platform)[0]?.value ?? row.format })}
        />
        <Select
          label="Format"
          data={formatChoices(row.platform, row.format)}
          value={row.format}
          onChange={(format) => format && change({ format })}
        />
        <DateField label="Due" value={row.dueOn} onChange={(dueOn) => change({ dueOn })} />
        <DateField
          label="Posted"
          value={row.postedAt?.slice(0, 10) ?? null}
          onChange={(day) => change({ postedAt: day && noonOf(day) })}
          latest={today()}
        />
      </div>
      <TextInput label="Address of the post" type="url" placeholder="https://" {...postUrl} />
      <Textarea label="Notes" {...notes} />
      <ProblemNote error={save.error} />
    </div>
  )
}

/** A day as an instant that is that day in every zone that people live in. */
function noonOf(day: string): string {
  return `${day}T12:00:00Z`
}
