import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test, vi } from 'vitest'
import { logFile, openLog } from '#src/main/shell/log.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

const say = (text: string) => new TextEncoder().encode(text)

test('what the engine says is kept after what was said before', async () => {
  const file = logFile(temporaryFolder())
  openLog(file)(say('clients.list: trouble\n'))
  await vi.waitUntil(() => existsSync(file) && readFileSync(file, 'utf8').length > 0)
  openLog(file)(say('clients.list: more trouble\n'))
  await vi.waitUntil(() => readFileSync(file, 'utf8') === 'clients.list: trouble\nclients.list: more trouble\n')
  expect(existsSync(`${file}.old`)).toBe(false)
})

test('a log that has grown long makes room at the next start', async () => {
  const file = logFile(temporaryFolder())
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, 'x'.repeat(1_000_001))
  openLog(file)(say('a new page\n'))
  await vi.waitUntil(() => existsSync(file) && readFileSync(file, 'utf8') === 'a new page\n')
  expect(readFileSync(`${file}.old`, 'utf8')).toHaveLength(1_000_001)
})
