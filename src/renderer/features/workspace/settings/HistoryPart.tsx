import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Section } from '../../../ui/fields.tsx'
import { Answer } from '../../../ui/states.tsx'
import { HistoryList } from '../HistoryList.tsx'
import classes from './settings.module.css'

const step = 50
/** The engine shows no more at once. */
const most = 500

/** Every change of the workspace, newest first. */
export function HistoryPart() {
  const [limit, setLimit] = useState(step)
  const history = useQuery(api.workspace.history.queryOptions({ input: { limit }, placeholderData: keepPreviousData }))
  return (
    <Section title="History" note="Who changed what. Undo works as long as nothing later stands on it.">
      <Answer query={history} what="The history could not be read">
        {(entries) => (
          <>
            <HistoryList entries={entries} />
            {entries.length === limit && limit < most && (
              <div className={classes.save}>
                <Button loading={history.isFetching} onClick={() => setLimit(Math.min(most, limit * 2))}>
                  Show more
                </Button>
              </div>
            )}
          </>
        )}
      </Answer>
    </Section>
  )
}
