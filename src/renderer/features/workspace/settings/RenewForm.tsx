import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { ProblemNote } from '../../../ui/states.tsx'
import type { Identity } from './IdentityLine.tsx'
import classes from './settings.module.css'

/** A new key and certificate for the same person; what was signed with the old one stays valid. */
export function RenewForm({ identity: { id, name, keptWith }, onClose }: { identity: Identity; onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  const needs = keptWith === 'passphrase'
  const renew = useChange(client.identities.renew, { done: `Signing identity of ${name} renewed`, quiet: true, onDone: onClose })
  return (
    <form
      className={classes.asked}
      aria-label={`Renew ${name}`}
      onSubmit={(event) => {
        event.preventDefault()
        renew.mutate({ id, ...(needs ? { passphrase } : {}) })
      }}
    >
      <p className={classes.hint}>A new key and certificate are made. What was signed with the old ones stays valid.</p>
      {needs && (
        <PasswordInput
          size="xs"
          label="Passphrase for the new key"
          description="At least 10 letters; a sentence is best."
          value={passphrase}
          required
          autoComplete="new-password"
          onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        />
      )}
      <ProblemNote error={renew.error} />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" disabled={needs && passphrase.length < 10} loading={renew.isPending}>
          Renew identity
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}
