import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { Day } from '../../ui/figures.tsx'
import type { Vetted } from './vetting-types.ts'
import classes from './vetting.module.css'

/** The score, how sure it is, and what it is made of. */
export function CredibilityPart({ vetted: { credibility, account, asOf } }: { vetted: Vetted }) {
  const [isOpen, setOpen] = useState(false)
  const { score, confidence, mean, ceiling, redFlags, parts } = credibility
  const isHeld = mean !== null && mean > ceiling
  return (
    <div>
      <p className={classes.score} role="status" aria-label="Credibility">
        {score === null ? 'Not enough data' : score}
        {score !== null && <span className={classes.outOf}> of 100</span>}
      </p>
      <p className={classes.soft}>
        {confidence}% of the weight has data.
        {isHeld && ` Held at ${ceiling} by ${redFlags.length === 1 ? 'a red flag' : `${redFlags.length} red flags`}; ${mean} without.`}
        {account && (
          <>
            {' '}
            @{account.handle}
            {asOf && (
              <>
                , figures up to <Day value={asOf} />
              </>
            )}
            .
          </>
        )}
      </p>
      <Button variant="subtle" size="compact-xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className={classes.toggle}>
        {isOpen ? 'Hide the composition' : 'Show the composition'}
      </Button>
      {isOpen && (
        <Table horizontalSpacing={0} aria-label="Composition" mt={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Signal</Table.Th>
              <Table.Th ta="right">Weight</Table.Th>
              <Table.Th w={160} pl={24}>
                Points
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map(({ id, title, weight, points }) => (
              <Table.Tr key={id}>
                <Table.Td>{title}</Table.Td>
                <Table.Td ta="right">{weight}</Table.Td>
                <Table.Td pl={24}>
                  {points === null ? (
                    <span className={classes.soft}>left out</span>
                  ) : (
                    <span className={classes.points}>
                      <span className={classes.bar} aria-hidden>
                        <span style={{ width: `${points}%` }} />
                      </span>
                      {points}
                    </span>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  )
}
