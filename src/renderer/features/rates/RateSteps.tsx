import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { Money, Percent } from '../../ui/figures.tsx'
import type { Suggestion } from './rate-choices.ts'
import classes from './rates.module.css'

/** How the price came about: the value before, what it is multiplied by, the value after, and who says so. */
export function RateSteps({ suggestion: { steps } }: { suggestion: Suggestion }) {
  const [isOpen, setOpen] = useState(true)
  return (
    <div>
      <Button variant="subtle" size="compact-xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Hide the composition' : 'Show the composition'}
      </Button>
      {isOpen && (
        <Table horizontalSpacing={0} aria-label="Composition" mt={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Step</Table.Th>
              <Table.Th ta="right">Before</Table.Th>
              <Table.Th ta="right">×</Table.Th>
              <Table.Th ta="right">After</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {steps.map(({ id, label, words, before, factor, after, source }) => (
              <Table.Tr key={id} className={classes.step}>
                <Table.Td>
                  {label}
                  <div className={classes.words}>{words}</div>
                  <div className={classes.words}>{source.text}</div>
                </Table.Td>
                <Table.Td ta="right">
                  <Money value={before} />
                </Table.Td>
                <Table.Td ta="right">
                  <Percent basisPoints={Math.round((factor.numerator * 10_000) / factor.denominator)} />
                </Table.Td>
                <Table.Td ta="right">
                  <Money value={after} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  )
}
