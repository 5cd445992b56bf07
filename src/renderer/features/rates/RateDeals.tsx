import { Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Section } from '../../ui/fields.tsx'
import { Day, Money } from '../../ui/figures.tsx'
import { DealsNeeded } from './DealsNeeded.tsx'
import type { Suggestion } from './rate-choices.ts'
import classes from './rates.module.css'

/** The agency's own deals of this kind, as evidence. */
export function RateDeals({ suggestion: { deals } }: { suggestion: Suggestion }) {
  return (
    <Section title="Your own deals" note={`${deals.found} of this kind; ${deals.needed} are needed. ${deals.why}`}>
      <Table horizontalSpacing={0} aria-label="Own deals">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Campaign</Table.Th>
            <Table.Th>Creator</Table.Th>
            <Table.Th>Date</Table.Th>
            <Table.Th ta="right">A post</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deals.rows.map(({ collaborationId, campaignId, campaignName, creatorName, on, pricePerPost }) => (
            <Table.Tr key={collaborationId}>
              <Table.Td>
                <Link to="/campaigns/$campaignId" params={{ campaignId }} className={classes.link}>
                  {campaignName}
                </Link>
              </Table.Td>
              <Table.Td>{creatorName}</Table.Td>
              <Table.Td>
                <Day value={on} />
              </Table.Td>
              <Table.Td ta="right">
                <Money value={pricePerPost} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <DealsNeeded />
    </Section>
  )
}
