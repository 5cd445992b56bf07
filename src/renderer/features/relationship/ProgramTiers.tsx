import { Button, Group, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Section } from '../../ui/fields.tsx'
import { counted, formatCount } from '../../ui/format.ts'
import { Answer, ProblemNote } from '../../ui/states.tsx'
import { draftOf, termsOf } from '../campaigns/creators/compensation-draft.ts'
import { LadderEditor } from '../campaigns/creators/LadderEditor.tsx'
import classes from './relationship.module.css'

interface Program {
  id: string
  currency: string
}

/** The tiers of an ambassador, advocacy or community program, and who belongs in which. */
export function ProgramTiers({ campaign: { id, currency } }: { campaign: Program }) {
  const program = useQuery(api.relationship.program.queryOptions({ input: { campaignId: id } }))
  return (
    <Section title="Tiers" note="What members are offered by their followers. Agreed with a member, the tiers become what they are paid.">
      <Answer query={program} what="The tiers could not be shown">
        {({ tiers, members }) => (
          <>
            <TierEditor key={JSON.stringify(tiers)} campaignId={id} currency={currency} tiers={tiers} />
            {members.length > 0 && <Members campaignId={id} members={members} canOffer={tiers.length > 0} />}
          </>
        )}
      </Answer>
    </Section>
  )
}

type ProgramAnswer = Awaited<ReturnType<typeof client.relationship.program>>

function TierEditor({ campaignId, currency, tiers }: { campaignId: string; currency: string; tiers: ProgramAnswer['tiers'] }) {
  const [rungs, setRungs] = useState(() => draftOf(tiers.length > 0 ? { model: 'ambassador ladder', rungs: tiers } : null, currency).rungs)
  const set = useChange(client.relationship.setProgramTiers, { done: 'Tiers saved', quiet: true })
  const terms = termsOf({ ...draftOf(null, currency), model: 'ambassador ladder', rungs })
  return (
    <div className={classes.tiers}>
      <LadderEditor rungs={rungs} currency={currency} onChange={setRungs} />
      <ProblemNote error={set.error} />
      <Group justify="flex-end" mt="xs">
        <Button
          loading={set.isPending}
          disabled={terms === null}
          onClick={() => terms?.model === 'ambassador ladder' && set.mutate({ campaignId, tiers: terms.rungs })}
        >
          Save tiers
        </Button>
      </Group>
    </div>
  )
}

function Members({ campaignId, members, canOffer }: { campaignId: string; members: ProgramAnswer['members']; canOffer: boolean }) {
  const offer = useChange(client.relationship.offerTiers, { done: 'The tiers are agreed' })
  return (
    <>
      <Table horizontalSpacing={0}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Member</Table.Th>
            <Table.Th ta="right">Followers</Table.Th>
            <Table.Th pl="md">Tier</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map(({ collaborationId, creatorName, followers, tierName, formerTierName }) => (
            <Table.Tr key={collaborationId}>
              <Table.Td>{creatorName}</Table.Td>
              <Table.Td ta="right">{formatCount(followers)}</Table.Td>
              <Table.Td pl="md">
                {tierName ?? 'None'}
                {formerTierName && <span className={classes.soft}> was {formerTierName} half a year ago</span>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" mt="xs">
        <Button
          loading={offer.isPending}
          disabled={!canOffer}
          onClick={() => offer.mutate({ campaignId, collaborationIds: members.map(({ collaborationId }) => collaborationId) })}
        >
          Agree the tiers with {counted(members.length, 'member')}
        </Button>
      </Group>
    </>
  )
}
