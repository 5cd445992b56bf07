import { ActionIcon, Button, Menu, Text, Textarea, TextInput, Tooltip } from '@mantine/core'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import type { z } from 'zod'
import type { ShortlistDetail } from '#src/shared/contract/shortlists.ts'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Page } from '../../frame/Page.tsx'
import { useSavedText } from '../../ui/saved-text.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { useSelection } from '../../ui/table/selection.ts'
import { PresentCreators } from '../reports/PresentCreators.tsx'
import { ForWhom } from './ForWhom.tsx'
import { ShortlistEntries } from './ShortlistEntries.tsx'
import classes from './shortlists.module.css'
import { ToCampaign } from './ToCampaign.tsx'

type Detail = z.infer<typeof ShortlistDetail>
const route = getRouteApi('/shortlists/$shortlistId')

/** One shortlist: whom it is for, who is on it in which order, and what to remember of each. */
export function ShortlistPage() {
  const { shortlistId: id } = route.useParams()
  const navigate = route.useNavigate()
  const query = useQuery(api.shortlists.show.queryOptions({ input: { id } }))
  const selection = useSelection()
  const remove = useChange(client.shortlists.delete, {
    done: () => `Deleted the shortlist ${query.data?.name ?? ''}`,
    onDone: () => void navigate({ to: '/shortlists' }),
  })
  const shortlist = query.data
  // What left the list is no longer chosen.
  const chosen = shortlist?.entries.flatMap(({ creator }) => (selection.ids.has(creator.id) ? [creator.id] : [])) ?? []
  return (
    <Page
      title={shortlist?.name ?? 'Shortlist'}
      count={shortlist?.entries.length ?? null}
      tabs={
        <Link to="/shortlists" className={classes.back}>
          All shortlists
        </Link>
      }
      actions={
        shortlist && (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <Tooltip label="More">
                  <ActionIcon aria-label="More" size={30}>
                    <IconDots size={16} stroke={1.5} />
                  </ActionIcon>
                </Tooltip>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconTrash size={16} stroke={1.5} />} onClick={() => remove.mutate({ ids: [id] })}>
                  Delete the shortlist
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            {shortlist.entries.length > 0 && <PresentCreators chosen={{ shortlist: id }} />}
            <ToCampaign shortlist={shortlist} chosen={chosen} />
          </>
        )
      }
    >
      <Answer query={query} what="The shortlist could not be read">
        {(found) => (
          <div className={classes.page}>
            <ShortlistFields key={found.id} shortlist={found} />
            {found.entries.length === 0 ? (
              <EmptyState
                title="Nobody is on it yet"
                action={<Button renderRoot={(props) => <Link {...props} to="/roster" />}>Choose from the roster</Button>}
              >
                Select creators in the roster and add them to this shortlist.
              </EmptyState>
            ) : (
              <ShortlistEntries shortlist={found} selection={selection} chosen={chosen} />
            )}
          </div>
        )}
      </Answer>
    </Page>
  )
}

function ShortlistFields({ shortlist: { id, name, clientId, campaignId, notes, need } }: { shortlist: Detail }) {
  const update = useChange(client.shortlists.update, { done: 'Shortlist saved' })
  const nameField = useSavedText(name, (next) => next && update.mutate({ id, changes: { name: next } }), true)
  const notesField = useSavedText(notes, (next) => update.mutate({ id, changes: { notes: next } }))
  return (
    <div className={classes.fields}>
      <TextInput label="Name" maxLength={300} {...nameField} />
      <ForWhom value={{ clientId, campaignId }} onChange={(whom) => update.mutate({ id, changes: whom })} />
      <Textarea label="Notes" autosize minRows={1} maxRows={6} className={classes.notes} {...notesField} />
      {need && (
        <Text c="dimmed" size="xs" className={classes.notes}>
          Made from a match. What was asked for is kept with the shortlist.
        </Text>
      )}
    </div>
  )
}
