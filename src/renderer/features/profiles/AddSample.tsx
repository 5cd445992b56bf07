import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import type { GrantedFile } from '#src/shared/shell.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import type { CreatorAccount } from '../creators/creator-types.ts'
import { platformLabel } from '../creators/platform-label.ts'
import classes from './profiles.module.css'

const counts = [
  ['views', 'Views'],
  ['likes', 'Likes'],
  ['comments', 'Comments'],
  ['shares', 'Shares'],
  ['saves', 'Saves'],
] as const
type Count = (typeof counts)[number][0]

interface AddSampleProps {
  creatorId: string
  accounts: readonly CreatorAccount[]
}

/** A post to keep: its address, its figures, its image. */
export function AddSample(props: AddSampleProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        Add post
      </Button>
      {isOpen && <SampleForm {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function SampleForm({ creatorId, accounts, onClose }: AddSampleProps & { onClose: () => void }) {
  const [image, setImage] = useState<GrantedFile | null>(null)
  const { form, kept } = useKeptForm(`creators/${creatorId}/sample`, {
    accountId: accounts[0]?.id ?? (null as string | null),
    url: '',
    caption: '',
    format: '',
    brand: '',
    postedOn: null as string | null,
    isSponsored: false,
    ...(Object.fromEntries(counts.map(([name]) => [name, ''])) as Record<Count, number | ''>),
  })
  const save = useChange(client.profiles.saveSample, {
    done: 'Post added',
    quiet: true,
    onDone: () => {
      kept.discard()
      onClose()
    },
  })
  const submit = form.onSubmit(({ accountId, postedOn, isSponsored, ...typed }) => {
    const known = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
    save.mutate({ creatorId, accountId, postedOn, isSponsored: isSponsored || null, ...known, image: image?.grant })
  })
  return (
    <Dialog title="Add post" onClose={onClose} width={520}>
      <form onSubmit={submit} className={classes.stack}>
        <DraftNote draft={kept} />
        <TextInput label="Address" placeholder="https://" data-autofocus {...form.getInputProps('url')} />
        <TextInput label="Caption" {...form.getInputProps('caption')} />
        <div className={classes.figures}>
          <Select
            label="Account"
            clearable
            data={accounts.map(({ id, platform, handle }) => ({ value: id, label: `${platformLabel(platform)} @${handle}` }))}
            {...form.getInputProps('accountId')}
          />
          <TextInput label="Format" placeholder="reel" {...form.getInputProps('format')} />
          <DateInput label="Posted on" clearable {...form.getInputProps('postedOn')} />
          {counts.map(([name, label]) => (
            <NumberInput key={name} label={label} min={0} allowDecimal={false} hideControls {...form.getInputProps(name)} />
          ))}
          <TextInput label="Brand" {...form.getInputProps('brand')} />
        </div>
        <Checkbox label="Sponsored" {...form.getInputProps('isSponsored', { type: 'checkbox' })} />
        <FileDrop
          label={image ? image.name : 'Drop an image of the post here'}
          hint="PNG or JPEG, up to 15 MB; it is kept in the workspace"
          kinds={['png', 'jpg', 'jpeg']}
          onFile={setImage}
        />
        <ProblemNote error={save.error} />
        <Button type="submit" variant="filled" loading={save.isPending}>
          Add post
        </Button>
      </form>
    </Dialog>
  )
}
