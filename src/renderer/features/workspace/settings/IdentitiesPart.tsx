import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../../api/client.ts'
import { useSave } from '../../../api/use-save.ts'
import { Section } from '../../../ui/fields.tsx'
import { Answer } from '../../../ui/states.tsx'
import { IdentityLine } from './IdentityLine.tsx'
import { NewIdentityForm } from './NewIdentityForm.tsx'
import { KeyFileForm } from './KeyFileForm.tsx'
import classes from './settings.module.css'

/** With what the agency signs here: keys and certificates, each kept by this computer or under a passphrase. */
export function IdentitiesPart() {
  const identities = useQuery(api.identities.list.queryOptions({ input: {} }))
  const [adding, setAdding] = useState<'new' | 'file' | null>(null)
  return (
    <Section
      title="Signing identities"
      note="A key and a certificate for each person who signs for the agency. Whoever signs under a new name gets one made; make or import them here to choose how the key is kept."
      actions={
        <Menu position="bottom-end">
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>Add identity</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAdding('new')}>Make a new one</Menu.Item>
            <Menu.Item onClick={() => setAdding('file')}>Import a .p12 or .pfx file</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    >
      {adding === 'new' && <NewIdentityForm onClose={() => setAdding(null)} />}
      {adding === 'file' && <KeyFileForm onClose={() => setAdding(null)} />}
      <Answer query={identities} what="The signing identities could not be read">
        {(rows) => {
          const signers = rows.filter(({ kind }) => kind === 'signer')
          const authorities = rows.filter(({ kind }) => kind === 'authority')
          return (
            <>
              {signers.length === 0 ? (
                <p className={classes.hint}>None yet. The first signature for the agency makes one.</p>
              ) : (
                <ul className={classes.authorities}>
                  {signers.map((identity) => (
                    <IdentityLine key={identity.id} identity={identity} />
                  ))}
                </ul>
              )}
              {authorities.length > 0 && (
                <>
                  <h3 className={classes.subtitle}>The workspace’s own authority</h3>
                  <p className={classes.hint}>
                    It issues the certificates above. Give its certificate to whoever is to see your signatures as trusted, in Acrobat for
                    instance.
                  </p>
                  <ul className={classes.authorities}>
                    {authorities.map((identity) => (
                      <IdentityLine key={identity.id} identity={identity} />
                    ))}
                  </ul>
                  <AuthorityFiles />
                </>
              )}
            </>
          )
        }}
      </Answer>
    </Section>
  )
}

function AuthorityFiles() {
  const save = useSave<{ fileName: string }>()
  return (
    <div className={classes.buttons}>
      <Button
        loading={save.isPending}
        onClick={() =>
          save.mutate({
            title: 'Export the certificate of the authority',
            name: 'Signing authority.pem',
            write: (file) => client.identities.exportAuthority({ file }),
            done: (_, name) => `Saved as ${name}`,
          })
        }
      >
        Export CA certificate
      </Button>
      <Button
        loading={save.isPending}
        onClick={() =>
          save.mutate({
            title: 'Export the list of revoked certificates',
            name: 'Revoked certificates.crl',
            write: (file) => client.identities.exportRevocations({ file, form: 'der' }),
            done: (_, name) => `Saved as ${name}`,
          })
        }
      >
        Export revocation list
      </Button>
    </div>
  )
}
