import { Button, Table, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { Money } from '../../ui/figures.tsx'
import { Section } from '../../ui/fields.tsx'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { RateSuggester } from '../rates/RateSuggester.tsx'
import type { CreatorOfPanel } from './creator-types.ts'
import classes from './panel.module.css'
import { platformLabel } from './platform-label.ts'

/** What the creator asks, by format, and what a post should cost. */
export function CreatorRates({ creator: { id, rates, accounts } }: { creator: CreatorOfPanel }) {
  return (
    <>
      <Section
        title="Rates"
        note={rates.length === 0 ? 'No rate is on file yet. What a creator asks for a post, a story or a video stands here.' : undefined}
      >
        {rates.length > 0 && (
          <Table horizontalSpacing={0}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Format</Table.Th>
                <Table.Th>Platform</Table.Th>
                <Table.Th ta="right">Price</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rates.map((rate) => (
                <Table.Tr key={rate.id}>
                  <Table.Td>{rate.format}</Table.Td>
                  <Table.Td>{rate.platform ? platformLabel(rate.platform) : 'Any'}</Table.Td>
                  <Table.Td ta="right">
                    <Money value={rate.price} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Section>
      <SetRate key={rates.length} creatorId={id} platform={accounts.find(({ isPrimary }) => isPrimary)?.platform ?? null} />
      <RateSuggester key={id} creatorId={id} platforms={[...new Set(accounts.map(({ platform }) => platform))]} />
    </>
  )
}

function SetRate({ creatorId, platform }: { creatorId: string; platform: string | null }) {
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  const { form, kept } = useKeptForm<{ format: string; price: { amountMinor: number; currency: string } | null }>(
    `creators/${creatorId}/rate`,
    { format: '', price: null },
  )
  const set = useChange(client.creators.setRate, { done: 'Rate kept', quiet: true, onDone: kept.discard })
  const submit = form.onSubmit(({ format, price }) => {
    if (price) set.mutate({ creatorId, platform, format, price })
  })
  if (!settings.data) return null
  return (
    <Section
      title="Set a rate"
      note={`${platform ? `On ${platformLabel(platform)}. ` : ''}A format that has a rate already gets the new one.`}
    >
      <DraftNote draft={kept} />
      <form onSubmit={submit} className={classes.inline}>
        <TextInput label="Format" placeholder="reel, story, video" required {...form.getInputProps('format')} />
        <MoneyInput
          label="Price"
          isRequired
          currency={settings.data.currency}
          value={form.values.price}
          onChange={(price) => form.setFieldValue('price', price)}
        />
        <Button type="submit" loading={set.isPending} disabled={!form.values.price}>
          Set rate
        </Button>
      </form>
      <ProblemNote error={set.error} />
    </Section>
  )
}
