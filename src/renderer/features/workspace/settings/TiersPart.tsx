import { Button, Radio, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { checkBands } from '#src/shared/domain/tier-checks.ts'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { Section } from '../../../ui/fields.tsx'
import { Answer, ProblemNote } from '../../../ui/states.tsx'
import { BandTable } from './BandTable.tsx'
import { bandsOf, toBands, toTyped, type TypedBands } from './bands.ts'
import type { Settings } from './settings-types.ts'
import classes from './settings.module.css'

/** By whose bands an account is nano or micro, or by the agency's own. Saving gives every creator the new tier at once. */
export function TiersPart({ settings }: { settings: Settings }) {
  const sets = useQuery(api.workspace.tierSets.queryOptions({ input: {} }))
  const [chosen, setChosen] = useState(settings.tierSetId)
  const [own, setOwn] = useState<TypedBands | null>(() => (settings.customBands ? toTyped(settings.customBands) : null))
  const save = useChange(client.workspace.updateSettings, { done: 'Tiers saved; every creator has the new tier', quiet: true })
  return (
    <Answer query={sets} what="The tier sets could not be read">
      {(known) => {
        const choose = (id: string) => {
          if (id === 'custom') setOwn((now) => now ?? toTyped(bandsOf(chosen, known, settings)))
          setChosen(id)
        }
        const bands = chosen === 'custom' ? toBands(own ?? {}) : bandsOf(chosen, known, settings)
        const problems = chosen === 'custom' ? checkBands(bands) : []
        const submit = () => save.mutate({ changes: { tierSetId: chosen, ...(chosen === 'custom' ? { customBands: bands } : {}) } })
        return (
          <>
            <Section title="Tier set" note="Sources draw the lines differently. Choose one, or draw your own.">
              <Radio.Group value={chosen} onChange={choose} aria-label="Tier set">
                <Stack gap={10}>
                  {known.map(({ id, label, source }) => (
                    <Radio key={id} value={id} label={label} description={source} size="xs" />
                  ))}
                  <Radio value="custom" label="Our own" description="Bands you set yourself" size="xs" />
                </Stack>
              </Radio.Group>
            </Section>
            <Section title="Bands" note="Followers of the primary account.">
              <BandTable bands={bands} typed={chosen === 'custom' ? (own ?? {}) : null} onType={setOwn} />
              {problems.map(({ problem, stops }) => (
                <p key={problem} className={stops ? classes.stop : classes.hint}>
                  {problem}
                </p>
              ))}
            </Section>
            <ProblemNote error={save.error} />
            <div className={classes.save}>
              <Button variant="filled" loading={save.isPending} disabled={problems.some(({ stops }) => stops)} onClick={submit}>
                Save tiers
              </Button>
            </div>
          </>
        )
      }}
    </Answer>
  )
}
