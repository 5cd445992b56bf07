import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '../../../api/client.ts'
import { StatusDot } from '../../../ui/StatusDot.tsx'
import { ProblemNote } from '../../../ui/states.tsx'
import { VerifyResult } from './VerifyResult.tsx'
import { verdictLooks } from './verdict-words.ts'
import classes from './verify.module.css'

/** What checking a kept version found, in a line that unfolds to all of it. */
export function VerdictLine({ documentId }: { documentId: string }) {
  const verdict = useQuery(api.contracts.verifyDocument.queryOptions({ input: { documentId } }))
  const [isOpen, setOpen] = useState(false)
  const detailsId = useId()
  const look = verdict.data && verdictLooks[verdict.data.status]
  return (
    <>
      <div className={classes.line}>
        <ProblemNote error={verdict.error} />
        {!verdict.error && <StatusDot tone={look?.tone ?? 'neutral'}>{look?.word ?? 'Checking the signatures'}</StatusDot>}
        {verdict.data && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Hide details' : 'Details'}
          </Button>
        )}
      </div>
      {isOpen && verdict.data && (
        <div id={detailsId} className={classes.details}>
          <VerifyResult report={verdict.data} />
        </div>
      )}
    </>
  )
}
