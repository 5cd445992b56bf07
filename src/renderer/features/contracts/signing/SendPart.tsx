import { Button } from '@mantine/core'
import { client } from '../../../api/client.ts'
import { useSave } from '../../../api/use-save.ts'
import { Section } from '../../../ui/fields.tsx'
import { formatBytes, formatInstant } from '../../../ui/format.ts'
import type { Contract } from '../contract.ts'
import classes from './signing.module.css'

/** The one-file page that goes to the other side. */
export function SendPart({ contract: { id, number, sentAt, counterparty } }: { contract: Contract }) {
  const save = useSave<Awaited<ReturnType<typeof client.contracts.sendPage>>>()
  return (
    <Section
      title={`Send to the ${counterparty.role}`}
      note={`One file for a mail or a messenger. ${counterparty.name} opens it in any browser, reads the contract, signs it there without a network, and sends the signed PDF back.`}
    >
      <div className={classes.row}>
        <Button
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              title: `Save the signing page of contract ${number}`,
              name: `${number.replaceAll('/', '-')} to sign.html`,
              write: (file) => client.contracts.sendPage({ id, file }),
              done: ({ size, warnings }, name) =>
                [`Signing page saved as ${name}, ${formatBytes(size)}`, ...warnings.slice(0, 3)].join('. '),
            })
          }
        >
          Save signing page
        </Button>
        <span className={classes.soft}>{sentAt ? `Sent ${formatInstant(sentAt)}.` : 'The contract counts as sent from then on.'}</span>
      </div>
    </Section>
  )
}
