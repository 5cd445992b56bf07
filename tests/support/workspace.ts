import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { keyFileSecrets } from '#src/main/doors/key-file-secrets.ts'
import { openEngine, type Engine } from '#src/main/engine/engine.ts'
import type { EnginePorts } from '#src/main/engine/ports.ts'
import { temporaryFolder } from './temporary-folder.ts'

export { temporaryFolder }

export interface TestWorkspace {
  folder: string
  engine: Engine
  call: ReturnType<Engine['client']>
  ports: EnginePorts
}

/** A real workspace in a temporary folder behind the real router; only the clock's day can be set. */
export async function testWorkspace({
  today = '2026-11-21',
  folder = temporaryFolder(),
}: { today?: string; folder?: string } = {}): Promise<TestWorkspace> {
  const node = nodePorts({ appVersion: '0.0.0-test', secrets: keyFileSecrets(join(folder, 'sealing.key')) })
  let second = 0
  const now = () => new Date(Date.parse(`${today}T09:00:00Z`) + 1000 * second++).toISOString()
  const ports: EnginePorts = { ...node, clock: { now, today: () => today } }
  const engine = await openEngine({ folder: join(folder, 'workspace'), create: true, ports })
  onTestFinished(() => engine.close().catch(() => undefined))
  return { folder, engine, call: engine.client('test'), ports }
}
