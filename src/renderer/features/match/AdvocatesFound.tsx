import { Button, Tabs } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GrantedFile } from '#src/shared/shell.ts'
import { api } from '../../api/client.ts'
import { Page } from '../../frame/Page.tsx'
import { counted } from '../../ui/format.ts'
import { EmptyState, LoadingLines, ProblemState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useSelection } from '../../ui/table/selection.ts'
import { knownColumns, unknownColumns, unknownId } from './advocate-columns.tsx'
import { AdvocateSelection } from './AdvocateSelection.tsx'
import { FileColumns, type Reading } from './FileColumns.tsx'
import classes from './match.module.css'
import { MatchTabs } from './MatchTabs.tsx'

/** What a file holds, and the people in it: those on the roster, and handles nobody has. */
export function AdvocatesFound({ file, onAnother }: { file: GrantedFile; onAnother: () => void }) {
  const [reading, setReading] = useState<Reading>({})
  const input = { file: file.grant, ...reading }
  const found = useQuery(api.match.advocates.queryOptions({ input, placeholderData: keepPreviousData, retry: false, staleTime: Infinity }))
  const known = useSelection()
  const unknown = useSelection()
  const { data } = found
  return (
    <Page title="Match" scrolls={false} tabs={<MatchTabs />} actions={<Button onClick={onAnother}>Choose another file</Button>}>
      <div className={classes.match}>
        <section className={classes.side} aria-label="How the file is read" tabIndex={0}>
          <FileColumns fileName={file.name} report={data} error={found.error} reading={reading} onChange={setReading} />
        </section>
        <div className={classes.list}>
          {found.error && !data ? (
            <ProblemState
              error={found.error}
              what={`${file.name} could not be compared`}
              onRetry={onAnother}
              retryVerb="Choose another file"
            />
          ) : !data ? (
            <div className={classes.waiting}>
              <LoadingLines lines={12} />
            </div>
          ) : (
            <Tabs defaultValue={data.known.length > 0 ? 'known' : 'unknown'} className={classes.people} keepMounted={false}>
              <Tabs.List pl={12}>
                <Tabs.Tab value="known">On the roster {data.known.length}</Tabs.Tab>
                <Tabs.Tab value="unknown">Unknown handles {data.unknownTotal}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="known" className={classes.tabPanel}>
                <DataTable
                  label="On the roster"
                  rows={data.known}
                  columns={knownColumns}
                  rowId={({ creatorId }) => creatorId}
                  rowName={({ name }) => name}
                  selection={known}
                  empty={<EmptyState title="Nobody of them is on the roster">Look at the unknown handles.</EmptyState>}
                />
              </Tabs.Panel>
              <Tabs.Panel value="unknown" className={classes.tabPanel}>
                <DataTable
                  label="Unknown handles"
                  rows={data.unknown}
                  columns={unknownColumns}
                  rowId={unknownId}
                  rowName={({ handle }) => handle}
                  selection={unknown}
                  empty={
                    <EmptyState title="No unknown handles">
                      {data.unmatched > 0
                        ? `${counted(data.unmatched, 'row')} of people without a handle could not be told apart from anybody.`
                        : 'Everybody in the file is on the roster.'}
                    </EmptyState>
                  }
                />
              </Tabs.Panel>
            </Tabs>
          )}
          {data && <AdvocateSelection report={data} known={known} unknown={unknown} />}
        </div>
      </div>
    </Page>
  )
}
