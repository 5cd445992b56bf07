import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyFileSecrets } from '#src/main/doors/key-file-secrets.ts'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { openEngine, type Engine } from '#src/main/engine/engine.ts'

export type Seed = (call: ReturnType<Engine['client']>, engine: Engine) => Promise<unknown>

/** Folders of one test's own: `workspace`, the settings in `config`, and room for files to pick and to save. */
export interface TestFolders {
  root: string
  workspace: string
  config: string
  remove(): void
}

export function testFolders(): TestFolders {
  const root = mkdtempSync(join(tmpdir(), 'troupe-e2e-'))
  return {
    root,
    workspace: join(root, 'workspace'),
    config: join(root, 'config'),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  }
}

/** Makes the workspace and fills it through the procedures, before the application opens it. */
export async function seedWorkspace({ workspace, config }: Omit<TestFolders, 'remove'>, seed: Seed): Promise<void> {
  const ports = nodePorts({ appVersion: '0.0.0-test', secrets: keyFileSecrets(join(config, 'sealing.key')) })
  const engine = await openEngine({ folder: workspace, create: true, ports })
  try {
    await seed(engine.client('test'), engine)
  } finally {
    await engine.close()
  }
}
