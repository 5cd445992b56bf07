import { Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { ContactKind } from '#src/shared/contract/relationship.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { Section } from '../../ui/fields.tsx'
import { today } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/states.tsx'
import { DateField } from '../campaigns/DateField.tsx'
import { kindLabels } from './relationship-types.ts'
import classes from './relationship.module.css'

type Kind = (typeof ContactKind.options)[number]

/** Writes down what happened: a word that was exchanged, a win, a problem. */
export function LogForm({ creatorId }: { creatorId: string }) {
  const { form, kept } = useKeptForm<{ kind: Kind; channel: string; happenedOn: string; words: string }>(`relationship/${creatorId}/log`, {
    kind: 'message',
    channel: '',
    happenedOn: today(),
    words: '',
  })
  const log = useChange(client.relationship.log, { done: 'Written down', quiet: true, onDone: kept.discard })
  const submit = form.onSubmit(({ channel, ...entry }) =>
    log.mutate({ creatorIds: [creatorId], ...entry, channel: channel.trim() || null }),
  )
  return (
    <Section title="Write down">
      <DraftNote draft={kept} />
      <form onSubmit={submit} className={classes.form}>
        <div className={classes.three}>
          <Select
            label="Kind"
            allowDeselect={false}
            data={ContactKind.options.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
            {...form.getInputProps('kind')}
          />
          <TextInput label="Channel" placeholder="Mail, WhatsApp" {...form.getInputProps('channel')} />
          <DateField
            label="On"
            isRequired
            latest={today()}
            value={form.values.happenedOn}
            onChange={(day) => form.setFieldValue('happenedOn', day ?? today())}
          />
        </div>
        <Textarea label="What it was about" required autosize minRows={2} maxRows={8} {...form.getInputProps('words')} />
        <ProblemNote error={log.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={log.isPending} disabled={form.values.words.trim() === ''}>
            Write down
          </Button>
        </Group>
      </form>
    </Section>
  )
}
