import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../ui/states.tsx'
import { Page } from './Page.tsx'

/** For an address that leads nowhere. */
export function LostPage() {
  return (
    <Page title="Not found">
      <EmptyState
        title="There is nothing at this address"
        action={<Button renderRoot={(props) => <Link {...props} to="/" />}>Go to Today</Button>}
      >
        What was here may have been removed or belongs to another workspace.
      </EmptyState>
    </Page>
  )
}
