import { Button, Select, TextInput } from '@mantine/core'
import type { z } from 'zod'
import { ContactKind } from '#src/shared/contract/profiles.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { Section } from '../../ui/fields.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import type { Profile } from './profile-types.ts'
import classes from './profiles.module.css'
import { TakeOut } from './TakeOut.tsx'

type Kind = z.infer<typeof ContactKind>

const kindWords: Readonly<Record<Kind, string>> = {
  email: 'Mail',
  phone: 'Phone',
  address: 'Address',
  manager: 'Manager',
  messenger: 'Messenger',
  website: 'Website',
  other: 'Other',
}
const kinds = ContactKind.options.map((value) => ({ value, label: kindWords[value] }))
const empty = { kind: 'email' as Kind, value: '', label: '' }

/** Ways to reach a creator beside the first mail, phone and address. */
export function Contacts({ creatorId, contacts }: { creatorId: string; contacts: Profile['contacts'] }) {
  const { form, kept } = useKeptForm(`creators/${creatorId}/contact`, empty)
  const save = useChange(client.profiles.saveContact, { done: 'Contact added', quiet: true, onDone: kept.discard })
  const remove = useChange(client.profiles.removeContact, { done: 'Contact taken out' })
  const submit = form.onSubmit(({ label, ...values }) => save.mutate({ creatorId, ...values, label: label.trim() || null }))
  return (
    <Section title="Further contacts">
      <ul className={classes.list}>
        {contacts.map(({ id, kind, label, value }) => (
          <li key={id} className={classes.item}>
            <span className={classes.kind}>{kindWords[kind]}</span>
            <span className={classes.value}>
              {value} {label && <span className={classes.soft}>{label}</span>}
            </span>
            <TakeOut what={value} onClick={() => remove.mutate({ id })} />
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className={classes.form} aria-label="New contact">
        <Select label="Kind" allowDeselect={false} data={kinds} {...form.getInputProps('kind')} />
        <TextInput label="Contact" required {...form.getInputProps('value')} />
        <TextInput label="Whose" placeholder="Agent" {...form.getInputProps('label')} />
        <Button type="submit" loading={save.isPending}>
          Add contact
        </Button>
      </form>
      <DraftNote draft={kept} />
      <ProblemNote error={save.error} />
    </Section>
  )
}
