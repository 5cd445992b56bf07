import { Button, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { VERDICTS, type Verdict } from '#src/shared/domain/authenticity/verdicts.ts'
import { api } from '../../api/client.ts'
import { counted } from '../../ui/format.ts'
import { Answer } from '../../ui/states.tsx'
import type { Sample } from './vetting-types.ts'
import classes from './vetting.module.css'

const atOnce = 50

/** The rows of a sample one by one, worst first: what each says, how it was judged and why. */
export function SampleRows({ sample: { id, kind } }: { sample: Sample }) {
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [limit, setLimit] = useState(atOnce)
  const input = { id, limit: Math.min(500, limit), ...(verdict && { verdict }) }
  const rows = useQuery(api.vetting.sampleRows.queryOptions({ input, placeholderData: keepPreviousData }))
  return (
    <>
      {kind === 'comments' && (
        <Select
          aria-label="Which comments"
          placeholder="All verdicts"
          clearable
          w={200}
          data={VERDICTS.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }))}
          value={verdict}
          onChange={setVerdict}
        />
      )}
      <Answer query={rows} what="The rows could not be read">
        {(data) => (
          <>
            <ul className={classes.list}>
              {data.rows.map((row) => (
                <li key={row.line} className={classes.row}>
                  <span className={classes.rowText}>{row.text || 'No text'}</span>
                  <span className={classes.rowVerdict}>{row.kind === 'comment' ? commentWords(row) : likely(row.fake, 'fake')}</span>
                  <span className={classes.rowReasons}>{(row.kind === 'comment' ? row.reasons : row.findings).join(' ')}</span>
                </li>
              ))}
            </ul>
            {data.total > data.rows.length && data.rows.length < 500 && (
              <Button size="compact-sm" variant="subtle" onClick={() => setLimit(limit + 200)}>
                Show more of {counted(data.total, 'row')}
              </Button>
            )}
          </>
        )}
      </Answer>
    </>
  )
}

function commentWords({ verdict, spam }: { verdict: Verdict | null; spam: number | null }): string {
  return verdict === null ? 'not judged' : `${verdict}, ${likely(spam, 'spam')}`
}

function likely(share: number | null, what: string): string {
  return share === null ? 'not judged' : `${Math.round(share * 100)}% ${what}`
}
