import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { counted } from '../../../ui/format.ts'
import { SignaturePad, type Mark } from '../../../ui/signature/SignaturePad.tsx'
import { Answer, ProblemNote } from '../../../ui/states.tsx'
import type { Contract } from '../contract.ts'
import classes from './sign.module.css'

/** The agency signs: who, with which identity, why, and one pad. */
export function AgencySignForm({ contract }: { contract: Contract }) {
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  return (
    <Answer query={settings} what="The settings could not be read">
      {({ agency }) => <SignForm contract={contract} suggested={agency.signerName ?? ''} />}
    </Answer>
  )
}

function SignForm({ contract, suggested }: { contract: Contract; suggested: string }) {
  const { id, checks, status } = contract
  const navigate = useNavigate()
  const [name, setName] = useState(suggested)
  const [reason, setReason] = useState('')
  const [mark, setMark] = useState<Mark | null>(null)
  const sign = useChange(client.contracts.sign, {
    done: 'Signed for the agency',
    quiet: true,
    onDone: () => void navigate({ to: '/contracts/$contractId', params: { contractId: id } }),
  })
  const open = status === 'draft' ? checks.filter(({ level }) => level !== 'warning').length : 0
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (mark) sign.mutate({ id, signerName: name, mark, ...(reason.trim() ? { reason: reason.trim() } : {}) })
      }}
    >
      <TextInput
        label="Who signs for the agency"
        value={name}
        required
        maxLength={300}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <SignaturePad name={name} onMark={setMark} />
      <TextInput
        label="Reason"
        placeholder="None"
        description="Shown in the signature, if you give one."
        value={reason}
        maxLength={300}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {open > 0 && <p className={classes.soft}>{counted(open, 'check')} still stands open. You can sign all the same.</p>}
      <ProblemNote error={sign.error} />
      <div className={classes.foot}>
        <Button renderRoot={(props) => <Link {...props} to="/contracts/$contractId" params={{ contractId: id }} />}>Back</Button>
        <Button type="submit" variant="filled" disabled={!mark || name.trim() === ''} loading={sign.isPending}>
          Sign contract
        </Button>
      </div>
    </form>
  )
}
