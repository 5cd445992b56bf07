import type { ErrorComponentProps } from '@tanstack/react-router'
import { ProblemState } from '../ui/states.tsx'

/** A fault in one page, with the rest of the window still usable. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  return <ProblemState error={error} what="This page could not be shown" onRetry={reset} />
}
