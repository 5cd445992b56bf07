import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { EmptyState } from '../../../ui/states.tsx'

/** Nothing is due; in a new workspace, how to begin. */
export function TodayEmpty() {
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }))
  if (!info.data) return null
  if (info.data.counts.creators > 0) {
    return (
      <EmptyState title="Nothing is due">Contracts to sign, drafts to review, posts and payouts stand here when they need you.</EmptyState>
    )
  }
  return (
    <EmptyState
      title="Begin with your creators"
      action={
        <>
          <Button variant="filled" renderRoot={(props) => <Link {...props} to="/files/import" />}>
            Import a list
          </Button>
          <Button renderRoot={(props) => <Link {...props} to="/settings" />}>Set up the agency</Button>
        </>
      }
    >
      Take in the list your agency has. Then open a campaign for a client, and what needs you will stand here.
    </EmptyState>
  )
}
