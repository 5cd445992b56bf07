import { ActionIcon, Button, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { AUDIENCE_DIMENSIONS, type AudienceDimension, type AudienceShares } from '#src/shared/domain/audience.ts'
import { countryName } from '#src/shared/domain/country-codes.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { today } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/states.tsx'
import { dimensionTitles } from './audience-types.ts'
import classes from './audiences.module.css'

interface Line {
  dimension: AudienceDimension
  label: string
  percent: number | ''
}

interface AddAudienceProps {
  accountId: string
  /** What the form begins with. */
  before: AudienceShares | undefined
}

/** Shares as a person reads them off a screenshot. */
export function AddAudience({ accountId, before }: AddAudienceProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        Add shares
      </Button>
      {isOpen && <AudienceForm accountId={accountId} before={before} onClose={() => setOpen(false)} />}
    </>
  )
}

const dimensions = AUDIENCE_DIMENSIONS.map((value) => ({ value, label: dimensionTitles[value] }))

function AudienceForm({ accountId, before, onClose }: AddAudienceProps & { onClose: () => void }) {
  const draft = useDraft(`accounts/${accountId}/audience`, { takenOn: today(), lines: linesOf(before) })
  const { takenOn, lines } = draft.values
  const add = useChange(client.audiences.add, {
    done: 'Audience kept',
    quiet: true,
    onDone: () => {
      draft.discard()
      onClose()
    },
  })
  const change = (place: number, part: Partial<Line>) =>
    draft.change({ lines: lines.map((line, at) => (at === place ? { ...line, ...part } : line)) })
  const more = () => draft.change({ lines: [...lines, { dimension: lines.at(-1)?.dimension ?? 'country', label: '', percent: '' }] })
  return (
    <Dialog title="Audience" onClose={onClose} width={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ accountId, takenOn, shares: sharesOf(lines) })
        }}
      >
        <Stack gap="sm">
          <DraftNote draft={draft} />
          <DateInput label="As of" required value={takenOn} onChange={(day) => day && draft.change({ takenOn: day })} />
          {lines.map((line, place) => (
            // Lines have no name of their own; their place is what they are.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={place} className={classes.lines}>
              <Select
                aria-label={`Breakdown of line ${place + 1}`}
                allowDeselect={false}
                data={dimensions}
                value={line.dimension}
                onChange={(dimension) => dimension && change(place, { dimension })}
              />
              <TextInput
                aria-label={`Who, in line ${place + 1}`}
                placeholder={placeholders[line.dimension]}
                value={line.label}
                onChange={({ currentTarget }) => change(place, { label: currentTarget.value })}
              />
              <NumberInput
                aria-label={`Share in line ${place + 1}`}
                placeholder="Share"
                suffix=" %"
                min={0}
                max={100}
                decimalScale={2}
                hideControls
                value={line.percent}
                onChange={(percent) => change(place, { percent: typeof percent === 'number' ? percent : '' })}
              />
              <ActionIcon aria-label={`Remove line ${place + 1}`} onClick={() => draft.change({ lines: lines.toSpliced(place, 1) })}>
                <IconX size={14} stroke={1.5} />
              </ActionIcon>
            </div>
          ))}
          <Button variant="subtle" size="compact-sm" onClick={more} style={{ alignSelf: 'flex-start' }}>
            Add a line
          </Button>
          <ProblemNote error={add.error} />
          <Button type="submit" variant="filled" loading={add.isPending}>
            Save audience
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}

const placeholders: Readonly<Record<AudienceDimension, string>> = {
  country: 'Germany',
  city: 'Hamburg',
  age: '18-24',
  gender: 'Female',
  language: 'German',
}

function linesOf(shares: AudienceShares | undefined): Line[] {
  const known = AUDIENCE_DIMENSIONS.flatMap((dimension) =>
    Object.entries(shares?.[dimension] ?? {}).map(([label, share]): Line => ({
      dimension,
      label: dimension === 'country' ? countryName(label) : label,
      percent: share / 100,
    })),
  )
  return known.length > 0 ? known : [{ dimension: 'country', label: '', percent: '' }]
}

function sharesOf(lines: readonly Line[]): AudienceShares {
  const shares: AudienceShares = {}
  for (const { dimension, label, percent } of lines)
    if (label.trim() !== '' && percent !== '') shares[dimension] = { ...shares[dimension], [label.trim()]: Math.round(percent * 100) }
  return shares
}
