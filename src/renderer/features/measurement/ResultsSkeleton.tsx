import { Skeleton } from '@mantine/core'

/** Tiles, chart and sheet on their way. */
export function ResultsSkeleton() {
  return (
    <div role="status" aria-busy aria-label="Loading the results">
      <Skeleton height={78} mb={24} />
      <Skeleton height={220} mb={24} />
      <Skeleton height={160} />
    </div>
  )
}
