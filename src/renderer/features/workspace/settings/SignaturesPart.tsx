import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Authority as AuthoritySchema } from '#src/shared/contract/contracts.ts'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Section } from '../../../ui/fields.tsx'
import { Day } from '../../../ui/figures.tsx'
import { Answer, ProblemNote } from '../../../ui/states.tsx'
import { StatusDot } from '../../../ui/StatusDot.tsx'
import classes from './settings.module.css'

type Authority = z.infer<typeof AuthoritySchema>

/** The agencies whose signatures count as valid here beside this workspace’s own, once a person trusts them. */
export function SignaturesPart() {
  const authorities = useQuery(api.contracts.authorities.queryOptions({ input: {} }))
  const add = useChange(client.contracts.addAuthority, { done: ({ name }) => `${name} is known here` })
  return (
    <Section
      title="Trusted signatures"
      note="An authority that came with a colleague’s campaign, or out of its certificate, is kept, but what it signed is shown as not trusted until you trust it. Ask your colleague for the fingerprint first, and compare."
    >
      <Answer query={authorities} what="The authorities could not be read">
        {(known) => {
          const others = known.filter(({ own }) => !own)
          return others.length === 0 ? (
            <p className={classes.hint}>No other authority is known here. Signatures made in this workspace are always trusted.</p>
          ) : (
            <ul className={classes.authorities}>
              {others.map((authority) => (
                <AuthorityLine key={authority.fingerprint} authority={authority} />
              ))}
            </ul>
          )
        }}
      </Answer>
      <FileDrop
        label="Drop another agency’s exported certificate here"
        kinds={['pem', 'crt', 'cer', 'der']}
        verb="Choose a file"
        onFile={({ grant }) => add.mutate({ file: grant })}
      />
      <ProblemNote error={add.error} />
    </Section>
  )
}

function AuthorityLine({ authority: { name, trusted, fingerprint, validTo } }: { authority: Authority }) {
  const trust = useChange(client.contracts.trustAuthority, { done: `Signatures of ${name} are trusted` })
  const distrust = useChange(client.contracts.distrustAuthority, { done: `Signatures of ${name} are no longer trusted` })
  const [change, verb] = trusted ? [distrust, 'Stop trusting'] : [trust, 'Trust']
  return (
    <li className={classes.authority}>
      <span className={classes.authorityHead}>
        <b>{name}</b>
        <StatusDot tone={trusted ? 'good' : 'warn'}>{trusted ? 'Trusted' : 'Not trusted'}</StatusDot>
        <Button
          size="compact-sm"
          variant={trusted ? 'subtle' : undefined}
          aria-label={`${verb}: ${name}`}
          loading={change.isPending}
          onClick={() => change.mutate({ fingerprint })}
        >
          {verb}
        </Button>
      </span>
      <span className={classes.year}>
        Valid until <Day value={validTo.slice(0, 10)} />. SHA-256 fingerprint:
      </span>
      <code className={classes.fingerprint}>{fingerprint.match(/.{4}/g)?.join(' ')}</code>
    </li>
  )
}
