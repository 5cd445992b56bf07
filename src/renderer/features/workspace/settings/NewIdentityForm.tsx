import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { ProblemNote } from '../../../ui/states.tsx'
import { keepingInput, PassphraseChoice, type Keeping } from './PassphraseChoice.tsx'
import classes from './settings.module.css'

/** A new identity, with a certificate from the workspace's own authority. */
export function NewIdentityForm({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [keeping, setKeeping] = useState<Keeping>({ with: 'machine' })
  const passphrase = keepingInput(keeping)
  const make = useChange(client.identities.create, { done: `Signing identity of ${name} made`, quiet: true, onDone: onClose })
  return (
    <form
      className={classes.asked}
      aria-label="New signing identity"
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase) make.mutate({ name: name.trim(), email: email.trim() || null, ...passphrase })
      }}
    >
      <div className={classes.pair}>
        <TextInput
          label="Name"
          value={name}
          required
          maxLength={300}
          data-autofocus
          autoFocus
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label="Mail"
          type="email"
          value={email}
          maxLength={300}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
      </div>
      <PassphraseChoice value={keeping} onChange={setKeeping} />
      <ProblemNote error={make.error} />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" disabled={name.trim() === '' || passphrase === null} loading={make.isPending}>
          Make identity
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}
