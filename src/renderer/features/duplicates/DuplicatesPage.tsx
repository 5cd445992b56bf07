import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Page } from '../../frame/Page.tsx'
import { counted } from '../../ui/format.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { DuplicatePair } from './DuplicatePair.tsx'
import classes from './duplicates.module.css'

const pairsAtOnce = 20

/** Creators that may be one, side by side, with what speaks for it. */
export function DuplicatesPage() {
  const [limit, setLimit] = useState(pairsAtOnce)
  const pairs = useQuery(api.duplicates.list.queryOptions({ input: { limit }, placeholderData: keepPreviousData }))
  return (
    <Page
      title="Duplicates"
      count={pairs.data?.total ?? null}
      actions={<Button renderRoot={(props) => <Link {...props} to="/roster" />}>Back to the roster</Button>}
    >
      <Answer query={pairs} what="The roster could not be looked through">
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState title="No two creators look like the same">
              Pairs with the same e-mail address, phone number or handle stand here, and those with nearly the same name, country and niche.
            </EmptyState>
          ) : (
            <div className={classes.pairs}>
              {rows.map((pair) => (
                <DuplicatePair key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
              ))}
              {total > rows.length && (
                <Button onClick={() => setLimit(Math.min(500, limit + pairsAtOnce))} loading={pairs.isPlaceholderData}>
                  Show more of {counted(total, 'pair')}
                </Button>
              )}
            </div>
          )
        }
      </Answer>
    </Page>
  )
}
