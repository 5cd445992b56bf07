import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import type { SigningIdentity } from '#src/shared/contract/identities.ts'
import { Day } from '../../../ui/figures.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { StatusDot, type Tone } from '../../../ui/StatusDot.tsx'
import { RenewForm } from './RenewForm.tsx'
import { RevokeForm } from './RevokeForm.tsx'
import classes from './settings.module.css'

export type Identity = z.infer<typeof SigningIdentity>

const states: Readonly<Record<Identity['state'], { tone: Tone; word: string }>> = {
  valid: { tone: 'good', word: 'Valid' },
  'expires soon': { tone: 'warn', word: 'Runs out soon' },
  expired: { tone: 'bad', word: 'Expired' },
  'not valid yet': { tone: 'warn', word: 'Not valid yet' },
  revoked: { tone: 'bad', word: 'Revoked' },
}
const kept = { machine: 'key kept by this computer', passphrase: 'key under a passphrase' } as const

/** One identity: whose it is, how its key is kept, how long it lasts; renewed and revoked from its menu. */
export function IdentityLine({ identity }: { identity: Identity }) {
  const { name, email, state, key, keptWith, origin, issuer, validTo, fingerprint, revokedAt, revocationReason } = identity
  const [asked, setAsked] = useState<'renew' | 'revoke' | null>(null)
  const { tone, word } = states[state]
  const close = () => setAsked(null)
  return (
    <li className={classes.authority}>
      <span className={classes.authorityHead}>
        <span>
          <b>{name}</b>
          {email && <span className={classes.email}> {email}</span>}
        </span>
        <StatusDot tone={tone}>{word}</StatusDot>
        {state !== 'revoked' && (
          <Menu position="bottom-end">
            <Tooltip label="More">
              <Menu.Target>
                <ActionIcon aria-label={`More about ${name}`}>
                  <IconDots size={16} stroke={1.5} />
                </ActionIcon>
              </Menu.Target>
            </Tooltip>
            <Menu.Dropdown>
              {origin === 'this workspace' && <Menu.Item onClick={() => setAsked('renew')}>Renew</Menu.Item>}
              <Menu.Item onClick={() => setAsked('revoke')}>Revoke</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </span>
      <span className={classes.year}>
        {[key, keptWith ? kept[keptWith] : 'key not here', `issued by ${issuer}`].join(' · ')}
        {' · '}
        {revokedAt ? (
          `revoked ${formatInstant(revokedAt)}${revocationReason ? `, ${revocationReason}` : ''}`
        ) : (
          <>
            valid until <Day value={validTo.slice(0, 10)} />
          </>
        )}
      </span>
      <code className={classes.fingerprint}>{fingerprint.match(/.{4}/g)?.join(' ')}</code>
      {asked === 'renew' && <RenewForm identity={identity} onClose={close} />}
      {asked === 'revoke' && <RevokeForm identity={identity} onClose={close} />}
    </li>
  )
}
