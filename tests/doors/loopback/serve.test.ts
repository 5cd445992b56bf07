import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { loopback } from '#src/shared/loopback.ts'
import type { Client } from '#tests/contract/transports.ts'
import { startTroupe, troupe } from '#tests/support/command-line.ts'
import { childrenOf, isRunning } from '#tests/support/processes.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

interface Served {
  address: string
  workspace: string
}

async function serve(folder: string, ...more: string[]) {
  const child = startTroupe(['serve', '--workspace', folder, '--create', '--json', ...more])
  let text = ''
  let errors = ''
  child.stderr.on('data', (part) => {
    errors += String(part)
  })
  const served = await new Promise<Served>((resolve, reject) => {
    child.stdout.on('data', (part) => {
      text += String(part)
      if (text.endsWith('}\n')) resolve(JSON.parse(text) as Served)
    })
    child.once('close', (code) => reject(new Error(`It ended with ${code}. ${errors}`)))
  })
  return {
    ...served,
    child,
    pid: child.pid ?? 0,
    ended: new Promise((resolve) => {
      child.once('close', resolve)
    }),
    errors: () => errors,
  }
}

/** A client that connects anew for each call, as a window does after its connection broke. */
async function ask<Answer>(address: string, call: (client: Client) => Promise<Answer>): Promise<Answer> {
  const { origin, host, hash } = new URL(address)
  const websocket = new WebSocket(
    `ws://${host}${loopback.socketPath}`,
    [loopback.protocol, `${loopback.tokenPrefix}${hash.replace('#token=', '')}`],
    { origin },
  )
  onTestFinished(() => websocket.terminate())
  await new Promise((resolve, reject) => {
    websocket.once('open', resolve).once('error', reject)
  })
  const answer = await call(createORPCClient<Client>(new RPCLink({ websocket: websocket })))
  websocket.terminate()
  return answer
}

// The engine process is found through /proc.
describe.runIf(process.platform === 'linux')('serving (on Linux, where child processes can be found)', () => {
  test('prints where it serves as its one document, and what is written there is in the workspace afterwards', async () => {
    const folder = join(temporaryFolder(), 'workspace')
    const { address, workspace, child, ended } = await serve(folder)
    expect(workspace).toBe(folder)
    await ask(address, (client) => client.clients.create({ name: 'Nordlicht Tee' }))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect((await troupe(['clients', 'list', '--workspace', folder, '--json'])).json).toMatchObject({
      total: 1,
      rows: [{ name: 'Nordlicht Tee' }],
    })
  })

  test('a killed engine is started again under the same address and token, and nothing acknowledged is lost', async () => {
    const { address, pid, errors, child, ended } = await serve(join(temporaryFolder(), 'workspace'))
    for (const name of ['Erste', 'Zweite', 'Dritte']) {
      await ask(address, (client) => client.clients.create({ name }))
      const [engine] = childrenOf(pid)
      process.kill(engine ?? 0, 'SIGKILL')
    }
    const rows = await ask(address, (client) => client.clients.list({}))
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['Dritte', 'Erste', 'Zweite'])
    expect(errors()).toContain('The engine stopped (SIGKILL) and is started again.')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  test('an engine that keeps dying is given up with one sentence', async () => {
    const { pid, errors, ended } = await serve(join(temporaryFolder(), 'workspace'))
    const killing = setInterval(() => childrenOf(pid).forEach((engine) => process.kill(engine, 'SIGKILL')), 50)
    onTestFinished(() => clearInterval(killing))
    expect(await ended.finally(() => clearInterval(killing))).toBe(1)
    expect(errors()).toMatch(/ENGINE_STOPPED/)
  })

  test('the engine ends when the server is killed, and frees the workspace', async () => {
    const folder = join(temporaryFolder(), 'workspace')
    const { pid, child } = await serve(folder)
    const [engine = 0] = childrenOf(pid)
    child.kill('SIGKILL')
    await expect.poll(() => isRunning(engine)).toBe(false)
    expect((await troupe(['info', '--workspace', folder])).code).toBe(0)
  })

  test('a workspace that is open elsewhere, a missing one and a port in use are refused', async () => {
    const folder = join(temporaryFolder(), 'workspace')
    const { address } = await serve(folder)
    expect(await troupe(['serve', '--workspace', folder, '--json'])).toMatchObject({
      code: 1,
      json: { error: { code: 'WORKSPACE_IN_USE' } },
    })
    expect(await troupe(['serve', '--workspace', `${folder}-none`, '--json'])).toMatchObject({
      code: 1,
      json: { error: { code: 'WORKSPACE_MISSING' } },
    })
    expect(await troupe(['serve', '--workspace', `${folder}-none`, '--create', '--port', new URL(address).port, '--json'])).toMatchObject({
      code: 1,
      json: { error: { code: 'CONFLICT' } },
    })
  })
})
