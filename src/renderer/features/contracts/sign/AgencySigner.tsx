import { PasswordInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { SignaturePad } from '../../../ui/signature/SignaturePad.tsx'
import classes from './sign.module.css'
import { newIdentity, type AgencySigning } from './use-agency-signing.ts'

/** Who signs for the agency, with which identity, the pad and the reason: the same for one contract and for many. */
export function AgencySigner({ signing }: { signing: AgencySigning }) {
  const { values, change, identity, onMark } = signing
  const identities = useQuery(api.identities.list.queryOptions({ input: {} }))
  const signers = (identities.data ?? []).filter(({ kind, state }) => kind === 'signer' && (state === 'valid' || state === 'expires soon'))
  return (
    <>
      <Select
        label="Signing identity"
        description={
          identity
            ? `${identity.key}, ${identity.keptWith === 'passphrase' ? 'under a passphrase' : 'kept by this computer'}`
            : 'Made for this name by the workspace, or used again where there is one.'
        }
        value={values.identityId}
        data={[
          { value: newIdentity, label: 'By name' },
          ...signers.map(({ id, name, email, issuer }) => ({ value: id, label: [name, email, issuer].filter(Boolean).join(', ') })),
        ]}
        onChange={(next) => {
          const chosen = signers.find(({ id }) => id === next)
          change({ identityId: next ?? newIdentity, ...(chosen ? { name: chosen.name } : {}) })
        }}
      />
      {identity?.state === 'expires soon' && (
        <p className={classes.soft}>
          Its certificate runs out soon.{' '}
          <Link to="/settings" search={{ tab: 'signatures' }} className={classes.link}>
            Renew it in Settings
          </Link>
        </p>
      )}
      {!identity && (
        <TextInput
          label="Who signs for the agency"
          value={values.name}
          required
          maxLength={300}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
      )}
      {identity?.keptWith === 'passphrase' && (
        <PasswordInput
          size="xs"
          label={`Passphrase of ${identity.name}`}
          description="Asked for at each signing and kept nowhere."
          value={values.passphrase}
          required
          autoComplete="off"
          onChange={({ currentTarget }) => change({ passphrase: currentTarget.value })}
        />
      )}
      <SignaturePad key={values.name === '' ? 'unnamed' : 'named'} name={values.name} takesPicture onMark={onMark} />
      <TextInput
        label="Reason"
        placeholder="None"
        description="Shown in the signature, if you give one."
        value={values.reason}
        maxLength={300}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
      />
    </>
  )
}
