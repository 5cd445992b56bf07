import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import type { RevocationReason } from '#src/shared/contract/identities.ts'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { ProblemNote } from '../../../ui/states.tsx'
import type { Identity } from './IdentityLine.tsx'
import classes from './settings.module.css'

type Reason = z.infer<typeof RevocationReason>

const reasons: { value: Reason; label: string }[] = [
  { value: 'unspecified', label: 'No reason given' },
  { value: 'key compromise', label: 'Somebody else may have the key' },
  { value: 'affiliation changed', label: 'No longer with the agency' },
  { value: 'superseded', label: 'Replaced by another' },
  { value: 'cessation of operation', label: 'No longer needed' },
  { value: 'privilege withdrawn', label: 'May no longer sign' },
]

/** Takes a certificate back: nothing can be signed with it any more, and the list of those that were taken back says so. */
export function RevokeForm({ identity: { id, name }, onClose }: { identity: Identity; onClose: () => void }) {
  const [reason, setReason] = useState<Reason>('unspecified')
  const revoke = useChange(client.identities.revoke, { done: `Signing identity of ${name} revoked`, quiet: true, onDone: onClose })
  return (
    <form
      className={classes.asked}
      aria-label={`Revoke ${name}`}
      onSubmit={(event) => {
        event.preventDefault()
        revoke.mutate({ id, reason })
      }}
    >
      <p className={classes.hint}>Nothing can be signed with it from now on. What was signed before stays as it is.</p>
      <Select label="Why" value={reason} data={reasons} onChange={(next) => next && setReason(next)} />
      <ProblemNote error={revoke.error} />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" color="red" loading={revoke.isPending}>
          Revoke identity
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}
