import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../ui/states.tsx'
import { filterOf, isFiltered, type RosterSearch } from './roster-search.ts'

/** Why the list is empty, and what to do about it. */
export function RosterEmpty({ search, onChange }: { search: RosterSearch; onChange: (search: RosterSearch) => void }) {
  const { archived, sort, direction } = search
  if (isFiltered(filterOf(search))) {
    return (
      <EmptyState
        title="No creator fits these filters"
        action={<Button onClick={() => onChange({ archived, sort, direction })}>Clear the filters</Button>}
      >
        Take a filter off, or search for fewer letters.
      </EmptyState>
    )
  }
  if (archived)
    return (
      <EmptyState title="The archive is empty">
        Creators you archive leave the roster and stand here, with everything that belongs to them.
      </EmptyState>
    )
  return (
    <EmptyState
      title="No creators yet"
      action={
        <>
          <Button variant="filled" renderRoot={(props) => <Link {...props} to="/files/import" />}>
            Import a list
          </Button>
          <Button renderRoot={(props) => <Link {...props} to="/roster/new" />}>Add one by hand</Button>
        </>
      }
    >
      Everyone your agency works with stands here. Any list will do: an export of a platform, a spreadsheet, a CSV.
    </EmptyState>
  )
}
