import { join } from 'node:path'
import { keyFileSecrets } from '#src/main/doors/key-file-secrets.ts'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { openEngine, type Engine } from '#src/main/engine/engine.ts'

/** The real engine over a workspace, for a process of its own; its sealing key lies beside the workspace. */
export function engineIn(folder: string, create = false): Promise<Engine> {
  return openEngine({
    folder,
    create,
    ports: nodePorts({ appVersion: '0.0.0-test', secrets: keyFileSecrets(join(folder, '..', 'sealing.key')) }),
  })
}
