import { Button, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { z } from 'zod'
import { BrandKind } from '#src/shared/contract/profiles.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { Section } from '../../ui/fields.tsx'
import { Day } from '../../ui/figures.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import type { Profile } from './profile-types.ts'
import classes from './profiles.module.css'
import { TakeOut } from './TakeOut.tsx'

type Kind = z.infer<typeof BrandKind>

const kindWords: Readonly<Record<Kind, string>> = {
  'worked with': 'Worked with',
  competes: 'Competes',
  'owns or founded': 'Own brand',
  likes: 'Likes',
}
const kinds = BrandKind.options.map((value) => ({ value, label: kindWords[value] }))
const empty = { brand: '', kind: 'worked with' as Kind, startedOn: null as string | null }

/** Brands a creator has to do with, outside of the agency's own campaigns too. */
export function Brands({ creatorId, brands }: { creatorId: string; brands: Profile['brands'] }) {
  const { form, kept } = useKeptForm(`creators/${creatorId}/brand`, empty)
  const save = useChange(client.profiles.saveBrand, { done: 'Brand added', quiet: true, onDone: kept.discard })
  const remove = useChange(client.profiles.removeBrand, { done: 'Brand taken out' })
  const submit = form.onSubmit((values) => save.mutate({ creatorId, ...values, endedOn: null, url: null, notes: null }))
  return (
    <Section title="Brands">
      <ul className={classes.list}>
        {brands.map(({ id, brand, kind, startedOn, endedOn }) => (
          <li key={id} className={classes.item}>
            <span className={classes.kind}>{kindWords[kind]}</span>
            <span className={classes.value}>
              {brand}{' '}
              {(startedOn ?? endedOn) && (
                <span className={classes.soft}>
                  <Day value={startedOn} /> {endedOn && <>to {<Day value={endedOn} />}</>}
                </span>
              )}
            </span>
            <TakeOut what={brand} onClick={() => remove.mutate({ id })} />
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className={classes.form} aria-label="New brand">
        <Select label="How" allowDeselect={false} data={kinds} {...form.getInputProps('kind')} />
        <TextInput label="Brand" required {...form.getInputProps('brand')} />
        <DateInput label="Since" clearable {...form.getInputProps('startedOn')} />
        <Button type="submit" loading={save.isPending}>
          Add brand
        </Button>
      </form>
      <DraftNote draft={kept} />
      <ProblemNote error={save.error} />
    </Section>
  )
}
