import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { listenOnLoopback, type Listening } from '#src/main/doors/loopback/listen.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

export interface OpenDoor extends Listening, TestWorkspace {
  origin: string
}

/** A door on a real engine, with a page of two files beside a file that is none of its business. */
export async function openDoor(): Promise<OpenDoor> {
  const workspace = await testWorkspace()
  const page = join(workspace.folder, 'page')
  mkdirSync(page)
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Troupe</title>')
  writeFileSync(join(page, 'main.js'), 'export {}')
  writeFileSync(join(workspace.folder, 'secret.js'), 'never shown')
  const door = await listenOnLoopback({ engine: workspace.engine, actor: 'test', page })
  onTestFinished(() => door.close())
  return { ...workspace, ...door, origin: `http://127.0.0.1:${door.port}` }
}

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** One request exactly as written: unlike fetch, it sends any Host, Origin and path, and one that is not normalised. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
      )
      response.on('error', reject)
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** The headers that our page's own requests have. */
export function asOurPage({ origin, token }: OpenDoor, more: Record<string, string> = {}): Record<string, string> {
  return { origin, authorization: `Bearer ${token}`, ...more }
}
