import type { AudienceTarget } from '#src/shared/domain/vetting/audience-fit.ts'
import type { Yardsticks } from '#src/shared/domain/vetting/signals.ts'
import type { EngineContext } from '../../context.ts'
import { settingsOf } from '../../workspace/settings.ts'
import { bandsIn } from '../../workspace/tier-bands.ts'
import { peerGroups } from './peer-groups.ts'

/** Who asks: what vetting needs of the engine to compute signals. */
export type Asking = Pick<EngineContext, 'workspace' | 'read' | 'ports'>

/** What accounts are held against, by the settings as they are. */
export async function yardsticks({ workspace, read, ports }: Asking, target: AudienceTarget | null): Promise<Yardsticks> {
  const settings = await settingsOf(read)
  const bands = bandsIn(settings)
  const groups = await peerGroups({ workspace, bands, today: ports.clock.today() })
  return { groups, bands, benchmarkSetId: settings.benchmarkSetId, target }
}
