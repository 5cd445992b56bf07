import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Page } from '../../frame/Page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useSelection } from '../../ui/table/selection.ts'
import { likeColumns } from './like-columns.tsx'
import { LikePanel } from './LikePanel.tsx'
import classes from './match.module.css'
import { MatchSelection } from './MatchSelection.tsx'

const route = getRouteApi('/match/like/$creatorId')

/** Creators like one that is held up, the most alike first. */
export function LikePage() {
  const { creatorId } = route.useParams()
  const found = useQuery(api.match.like.queryOptions({ input: { creatorId, top: 100 } }))
  const selection = useSelection()
  const [openId, setOpenId] = useState<string | null>(null)
  const open = found.data?.rows.find((row) => row.creatorId === openId)
  const name = found.data?.creator.name ?? ''
  return (
    <Page
      title={name ? `Creators like ${name}` : 'Creators like this one'}
      count={found.data?.rows.length}
      scrolls={false}
      panel={open && <LikePanel row={open} like={name} onClose={() => setOpenId(null)} />}
    >
      <div className={classes.list}>
        <Answer query={found} what="Nobody could be compared">
          {({ rows, notes }) => (
            <>
              {notes.length > 0 && <div className={classes.summary}>{notes.join(' ')}</div>}
              <DataTable
                label="Creators alike"
                rows={rows}
                columns={likeColumns}
                rowId={(row) => row.creatorId}
                rowName={(row) => row.name}
                selection={selection}
                openId={openId ?? undefined}
                onOpen={(row) => setOpenId(row.creatorId)}
                empty={<EmptyState title="Nobody else is here yet">Import a list or add creators under Roster.</EmptyState>}
              />
            </>
          )}
        </Answer>
        <MatchSelection selection={selection} />
      </div>
    </Page>
  )
}
