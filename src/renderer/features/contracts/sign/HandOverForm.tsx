import { Autocomplete, Button, PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { modals } from '@mantine/modals'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useHandOver } from '../../../frame/hand-over.ts'
import type { Contract } from '../contract.ts'
import classes from './sign.module.css'

const ways = ['Known in person', 'Identity card seen', 'Passport seen', 'Driving licence seen', 'Seen in a video call']
const shortestCode = 4

/** What the agency says before it gives its computer to the other side: how it knows them, and the code that takes it back. */
export function HandOverForm({ contract: { id, counterparty } }: { contract: Contract }) {
  const begin = useHandOver((state) => state.begin)
  const [identified, setIdentified] = useState('')
  const [code, setCode] = useState('')
  const handOver = async (event: React.FormEvent) => {
    event.preventDefault()
    // Nothing of ours is to be left floating over what they see.
    notifications.clean()
    modals.closeAll()
    await begin(id, identified.trim(), code)
  }
  return (
    <form className={classes.form} onSubmit={(event) => void handOver(event)}>
      <div>
        <h2 className={classes.title}>Hand over to {counterparty.name}</h2>
        <p className={classes.soft}>
          They see this contract in the whole window and nothing else: no other pages, no search, no keys. They read it, sign it, and give
          the computer back to you.
        </p>
      </div>
      <Autocomplete
        label="How you know who they are"
        description="Stands beside the signature in the contract and in its audit trail."
        data={ways}
        value={identified}
        required
        maxLength={300}
        onChange={setIdentified}
      />
      <PasswordInput
        size="xs"
        label="Code to come back"
        description={`At least ${shortestCode} letters or digits; kept only until then. If you forget it, close Troupe and open it again.`}
        value={code}
        required
        autoComplete="new-password"
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <div className={classes.foot}>
        <Button renderRoot={(props) => <Link {...props} to="/contracts/$contractId" params={{ contractId: id }} />}>Back</Button>
        <Button type="submit" variant="filled" disabled={identified.trim() === '' || code.trim().length < shortestCode}>
          Hand over
        </Button>
      </div>
    </form>
  )
}
