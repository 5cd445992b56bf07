import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { Section } from '../../../ui/fields.tsx'
import { ProblemNote } from '../../../ui/states.tsx'
import { StatusDot } from '../../../ui/StatusDot.tsx'
import type { Settings } from './settings-types.ts'
import classes from './settings.module.css'

/** The only thing that ever goes to the network, and only where an address is given. */
export function TimeStampPart({ settings: { timeStamps } }: { settings: Settings }) {
  const [url, setUrl] = useState(timeStamps.url ?? '')
  const [level, setLevel] = useState(timeStamps.level)
  const save = useChange(client.workspace.updateSettings, {
    done: (_, { changes }) => (changes.timeStamps?.url ? 'Time stamps are on' : 'Time stamps are off'),
    quiet: true,
  })
  const isSame = url.trim() === (timeStamps.url ?? '') && level === timeStamps.level
  return (
    <Section
      title="Time stamps"
      note="A time stamp service vouches for the time of a signature. Without one, signatures bear the time of this computer, and Troupe sends nothing anywhere."
    >
      <StatusDot tone={timeStamps.url ? 'accent' : 'neutral'}>{timeStamps.url ? 'On' : 'Off'}</StatusDot>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ changes: { timeStamps: { url: url.trim() || null, level } } })
        }}
      >
        <div className={classes.pair}>
          <TextInput
            label="Address of the service (RFC 3161)"
            placeholder="None"
            inputMode="url"
            value={url}
            maxLength={500}
            onChange={({ currentTarget }) => setUrl(currentTarget.value)}
          />
          <Select
            label="What is kept"
            value={level}
            data={[
              { value: 'B-T', label: 'The time stamp (B-T)' },
              { value: 'B-LT', label: 'And what proves it later (B-LT)' },
            ]}
            onChange={(next) => next && setLevel(next)}
          />
        </div>
        <p className={classes.hint}>
          With an address, each signature made here sends one request to it: a SHA-256 of the signature, no name and no word of the
          contract. The service sees your network address.{' '}
          {level === 'B-LT' && 'B-LT also fetches revocation lists from the addresses that the service’s certificates name.'}
        </p>
        <ProblemNote error={save.error} />
        <div>
          <Button type="submit" disabled={isSame} loading={save.isPending}>
            Save time stamps
          </Button>
        </div>
      </form>
    </Section>
  )
}
