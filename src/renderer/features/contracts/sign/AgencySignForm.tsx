import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { counted } from '../../../ui/format.ts'
import { Answer, ProblemNote } from '../../../ui/states.tsx'
import type { Contract } from '../contract.ts'
import { AgencySigner } from './AgencySigner.tsx'
import classes from './sign.module.css'
import { useAgencySigning } from './use-agency-signing.ts'

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
  const signing = useAgencySigning(suggested)
  const sign = useChange(client.contracts.sign, {
    done: ({ warnings }) => ['Signed for the agency', ...warnings.slice(0, 2)].join('. '),
    quiet: true,
    onDone: () => void navigate({ to: '/contracts/$contractId', params: { contractId: id } }),
  })
  const open = status === 'draft' ? checks.filter(({ level }) => level !== 'warning').length : 0
  return (
    <form
      className={classes.form}
      aria-label="Sign for the agency"
      onSubmit={(event) => {
        event.preventDefault()
        if (signing.input) sign.mutate({ id, ...signing.input })
      }}
    >
      <AgencySigner signing={signing} />
      {open > 0 && (
        <p className={classes.soft}>
          {open === 1 ? 'One check stands' : `${counted(open, 'check')} stand`} against sending. You can sign all the same.
        </p>
      )}
      <ProblemNote error={sign.error} />
      <div className={classes.foot}>
        <Button renderRoot={(props) => <Link {...props} to="/contracts/$contractId" params={{ contractId: id }} />}>Back</Button>
        <Button type="submit" variant="filled" disabled={signing.input === null} loading={sign.isPending}>
          Sign contract
        </Button>
      </div>
    </form>
  )
}
