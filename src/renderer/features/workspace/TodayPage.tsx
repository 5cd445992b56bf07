import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { Page } from '../../frame/Page.tsx'
import { today } from '../../ui/format.ts'
import { Answer } from '../../ui/states.tsx'
import { TodayColumn } from './today/TodayColumn.tsx'
import { TodayEmpty } from './today/TodayEmpty.tsx'
import classes from './today/today.module.css'
import { columns } from './today/today-words.ts'

/** What needs a person: overdue, today, in the next seven days. */
export function TodayPage() {
  const due = useQuery(api.workspace.today.queryOptions({ input: { on: today() } }))
  return (
    <Page title="Today" count={due.data?.items.length} scrolls={false}>
      <Answer query={due} what="What is due could not be read" loading={<TodayWaiting />}>
        {({ items }) =>
          items.length === 0 ? (
            <TodayEmpty />
          ) : (
            <div className={classes.columns}>
              {columns.map((column) => (
                <TodayColumn key={column} column={column} items={items.filter((item) => item.column === column)} />
              ))}
            </div>
          )
        }
      </Answer>
    </Page>
  )
}

function TodayWaiting() {
  return (
    <div className={classes.columns} role="status" aria-label="Loading">
      {columns.map((column) => (
        <div key={column} className={classes.column}>
          {[1, 2, 3].map((place) => (
            <Skeleton key={place} height={56} mb={8} />
          ))}
        </div>
      ))}
    </div>
  )
}
