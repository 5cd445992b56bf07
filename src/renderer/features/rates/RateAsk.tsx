import { Table } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { Money as Amount } from '#src/shared/domain/money.ts'
import { api } from '../../api/client.ts'
import { Field, Fields } from '../../ui/fields.tsx'
import { Money } from '../../ui/figures.tsx'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import type { Negotiation, RateChoices } from './rate-choices.ts'
import classes from './rates.module.css'

interface RateAskProps {
  question: RateChoices & { creatorId: string }
  /** The suggestion's. */
  currency: string
  ask: Amount | null
  onAsk: (ask: Amount | null) => void
}

/** What the creator asks for one post, and beside it what to answer. */
export function RateAsk({ question, currency, ask, onAsk }: RateAskProps) {
  const isAsked = ask !== null && ask.amountMinor > 0
  const answer = useQuery(
    api.rates.negotiate.queryOptions({ input: isAsked ? { ...question, ask } : skipToken, placeholderData: keepPreviousData }),
  )
  return (
    <>
      <div className={classes.ask}>
        <MoneyInput key={currency} label="Ask for one post" currency={currency} value={ask} onChange={onAsk} />
        {isAsked && answer.data && <Counter negotiation={answer.data.negotiation} />}
      </div>
      <ProblemNote error={isAsked ? answer.error : null} />
      {isAsked && answer.data && answer.data.negotiation.longerTerms.length > 0 && (
        <LongerTerms terms={answer.data.negotiation.longerTerms} />
      )}
    </>
  )
}

function Counter({ negotiation: { askLies, counter, betterCounter, walkAway, notes } }: { negotiation: Negotiation }) {
  return (
    <div className={classes.counter} aria-live="polite">
      <Fields>
        <Field name="Ask lies">{askLies}</Field>
        <Field name="Usual counter">
          <Money value={counter} />
          <span className={classes.words}> 70 % of the ask</span>
        </Field>
        {betterCounter && (
          <Field name="Better counter">
            <Money value={betterCounter.amount} />
          </Field>
        )}
        <Field name="Walk away over">{walkAway && <Money value={walkAway} />}</Field>
      </Fields>
      {[...(betterCounter ? [betterCounter.why] : []), ...notes].map((note) => (
        <p key={note} className={classes.remark}>
          {note}
        </p>
      ))}
    </div>
  )
}

function LongerTerms({ terms }: { terms: Negotiation['longerTerms'] }) {
  return (
    <Table horizontalSpacing={0} aria-label="Longer terms">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>A longer term buys</Table.Th>
          <Table.Th ta="right">A post</Table.Th>
          <Table.Th ta="right">In all</Table.Th>
          <Table.Th ta="right">Saves</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {terms.map(({ label, perPost, total, saved }) => (
          <Table.Tr key={label}>
            <Table.Td>{label}</Table.Td>
            <Table.Td ta="right">
              <Money value={perPost} />
            </Table.Td>
            <Table.Td ta="right">
              <Money value={total} />
            </Table.Td>
            <Table.Td ta="right">
              <Money value={saved} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
