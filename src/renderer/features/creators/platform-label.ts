import { platformById } from '#src/shared/domain/platforms.ts'

/** The name of a platform; one that the product does not know keeps its id. */
export function platformLabel(id: string): string {
  return platformById(id)?.label ?? id
}
