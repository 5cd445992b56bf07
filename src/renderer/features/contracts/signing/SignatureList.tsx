import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Section } from '../../../ui/fields.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { StatusDot } from '../../../ui/StatusDot.tsx'
import { openRoles, type Contract, type SignerRole } from '../contract.ts'
import classes from './signing.module.css'

type Signature = Contract['signatures'][number]

const methods: Readonly<Record<Signature['method'], string>> = {
  drawn: 'Drawn here',
  typed: 'Typed here',
  image: 'Placed here as a picture',
  imported: 'Signed with their own tool',
  page: 'Signed on the signing page',
  paper: 'Signed on paper',
}

/** Both sides, each with its signature or what is still to be done. */
export function SignatureList({ contract }: { contract: Contract }) {
  const { counterparty, signatures } = contract
  const roles: SignerRole[] = ['agency', counterparty.role]
  return (
    <Section title="Signatures" note={openRoles(contract).length === 2 ? 'Either side may sign first.' : undefined}>
      <ul className={classes.sides}>
        {roles.map((role) => (
          <li key={role} className={classes.side}>
            <Side contract={contract} role={role} signature={signatures.find((one) => one.role === role)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Side({ contract, role, signature }: { contract: Contract; role: SignerRole; signature: Signature | undefined }) {
  const { id, counterparty, status } = contract
  const who = role === 'agency' ? 'Agency' : counterparty.name
  if (signature) {
    const { signerName, signedAt, method, identified, reason, level } = signature
    const facts = [methods[method], level && `PAdES ${level}`, identified && `identified: ${identified}`, reason && `reason: ${reason}`]
    return (
      <>
        <div className={classes.sideWords}>
          <span className={classes.who}>{who}</span>
          <span>
            {signerName}, {method === 'paper' ? formatInstant(signedAt).split(',').slice(0, 2).join(',') : formatInstant(signedAt)}
          </span>
          <span className={classes.soft}>{facts.filter(Boolean).join(' · ')}</span>
        </div>
        <StatusDot tone="good">Signed</StatusDot>
      </>
    )
  }
  const isOpen = openRoles(contract).includes(role)
  return (
    <>
      <div className={classes.sideWords}>
        <span className={classes.who}>{who}</span>
        <span className={classes.soft}>{status === 'internal approval' ? 'Can sign once the contract is approved' : 'Has not signed'}</span>
      </div>
      {isOpen && (
        <Button
          size="compact-sm"
          renderRoot={(props) => <Link {...props} to="/contracts/$contractId/sign" params={{ contractId: id }} search={{ role }} />}
        >
          {role === 'agency' ? 'Sign' : 'Sign in person'}
        </Button>
      )}
    </>
  )
}
