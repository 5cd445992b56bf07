import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { counted } from '../../../ui/format.ts'
import { Answer, ProblemNote } from '../../../ui/states.tsx'
import { RunningJob } from '../RunningJob.tsx'
import { AgencySigner } from '../sign/AgencySigner.tsx'
import classes from '../sign/sign.module.css'
import { useAgencySigning } from '../sign/use-agency-signing.ts'

interface SignSelectionProps {
  ids: readonly string[]
  onClose: () => void
  onSigned: () => void
}

/** The agency signs several contracts with one identity and one mark, all or none. */
export function SignSelection(props: SignSelectionProps) {
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  return (
    <Modal opened onClose={props.onClose} size={460} title={`Sign ${counted(props.ids.length, 'contract')} for the agency`}>
      <Answer query={settings} what="The settings could not be read">
        {({ agency }) => <SignForm {...props} suggested={agency.signerName ?? ''} />}
      </Answer>
    </Modal>
  )
}

function SignForm({ ids, onClose, onSigned, suggested }: SignSelectionProps & { suggested: string }) {
  const signing = useAgencySigning(suggested)
  const sign = useChange(client.contracts.signMany, {
    done: ({ documentIds, warnings }) => [`${counted(documentIds.length, 'contract')} signed`, ...warnings.slice(0, 2)].join('. '),
    quiet: true,
    onDone: onSigned,
  })
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        if (signing.input) sign.mutate({ ids: [...ids], ...signing.input })
      }}
    >
      <AgencySigner signing={signing} />
      <ProblemNote error={sign.error} />
      {sign.isPending && <RunningJob begins="Signing " />}
      <div className={classes.foot}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" disabled={signing.input === null} loading={sign.isPending}>
          Sign {counted(ids.length, 'contract')}
        </Button>
      </div>
    </form>
  )
}
