import { basename } from 'node:path'
import { userInfo } from 'node:os'
import { raise } from '#src/shared/contract/errors.ts'
import { keyFileSecrets } from './doors/key-file-secrets.ts'
import { nodePorts } from './doors/node-ports.ts'
import { openControl } from './doors/port/control.ts'
import { keychainSecrets } from './doors/port/keychain-secrets.ts'
import type { EngineQuestions, Opening, ShellQuestions } from './doors/port/questions.ts'
import { portOf, servePort } from './doors/port/serve-port.ts'
import { openEngine, type Engine } from './engine/engine.ts'

// The engine of the desktop application: a process of its own, which the shell asks over one control line and starts again when it ends.

const { parentPort } = process
let engine: Engine | undefined

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
const post = (message: unknown) => parentPort.postMessage(message)

const control = openControl<ShellQuestions, EngineQuestions, Electron.MessagePortMain>(post, {
  async open(opening) {
    engine = await openEngine({ folder: opening.folder, create: opening.create, ports: portsFor(opening) })
    return null
  },
  async serve(_, [port]) {
    if (port) servePort(opened(), portOf(port), userName())
    return null
  },
  async grantToRead({ path }) {
    const { grants } = opened()
    const grant = grants.toRead(path)
    try {
      const { name, size } = await grants.readable(grant)
      return { grant, name, size }
    } catch (error) {
      grants.revoke(grant)
      throw error
    }
  },
  grantToWrite: async ({ path }) => ({ grant: opened().grants.toWrite(path), name: basename(path) }),
  grantedWorkspace: async ({ grant }) => ({ folder: opened().grants.openable(grant) }),
  async close() {
    await engine?.close()
    engine = undefined
    return null
  },
})

parentPort.on('message', ({ data, ports }) => control.receive(data, ports))

function opened(): Engine {
  return engine ?? raise('ENGINE_STOPPED')
}

function portsFor({ appVersion, resources, hasKeychain }: Opening) {
  const keyFile = keyFileSecrets()
  const keychain = {
    seal: (secret: Uint8Array) => control.ask('seal', { secret }),
    unseal: (sealed: string) => control.ask('unseal', { sealed }),
  }
  return nodePorts({ appVersion, resources, secrets: hasKeychain ? keychainSecrets(keychain, keyFile) : keyFile })
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'desktop'
  }
}
