import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { checkWorkspace } from '#src/main/engine/workspace/check.ts'
import { startChild } from '#tests/support/child-process.ts'
import { engineIn } from '#tests/support/children/engine-in.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

const rounds = 20
const listSize = 2000
/** Longer than an import takes, in milliseconds, so that some are killed in their middle and some behind it. */
const longestWait = 500

interface Acknowledged {
  kept: Set<string>
  imported: Set<string>
  begunImports: number
}

/** Lets a process work on the workspace and kills it: every other time at any moment of an import, else at any moment at all. */
async function workUntilKilled(folder: string, round: number, all: Acknowledged): Promise<void> {
  const child = startChild('work-until-killed', [folder, String(round)])
  let isDue = false
  const ended = (async () => {
    for (let { value, done } = await child.lines.next(); !done; { value, done } = await child.lines.next()) {
      const [what = '', id = ''] = (value as string).split(' ')
      if (what === 'kept') all.kept.add(id)
      if (what === 'imported') all.imported.add(id)
      if (what === 'importing') all.begunImports++
      if (!isDue && what === (round % 2 === 0 ? 'importing' : 'open')) {
        isDue = true
        void setTimeout(Math.random() * longestWait).then(child.kill)
      }
    }
  })()
  await ended
}

test('killed twenty times in the middle of its work, the workspace loses nothing it acknowledged and stays sound', async () => {
  const folder = join(temporaryFolder(), 'workspace')
  await (await engineIn(folder, true)).close()
  const all: Acknowledged = { kept: new Set(), imported: new Set(), begunImports: 0 }
  for (let round = 0; round < rounds; round++) {
    await workUntilKilled(folder, round, all)
    expect(await checkWorkspace(folder)).toMatchObject({ ok: true, findings: [] })
    const engine = await engineIn(folder)
    const { reader } = engine.contextFor('test').workspace
    const kept = new Set(reader.prepare("SELECT id FROM creator WHERE name LIKE 'By hand%'").pluck().all() as string[])
    expect([...all.kept].filter((id) => !kept.has(id))).toEqual([])
    const batches = reader
      .prepare('SELECT b.id, count(c.id) AS creators FROM import_batch b LEFT JOIN creator c ON c.import_batch_id = b.id GROUP BY b.id')
      .all() as { id: string; creators: number }[]
    expect([...all.imported].filter((id) => !batches.some((batch) => batch.id === id))).toEqual([])
    expect(batches.filter(({ creators }) => creators !== listSize)).toEqual([])
    expect(reader.prepare('SELECT count(*) FROM creator').pluck().get()).toBe(kept.size + batches.length * listSize)
    await engine.close()
  }
  // Otherwise nothing was tried.
  expect(all.kept.size).toBeGreaterThan(rounds)
  expect(all.begunImports).toBeGreaterThanOrEqual(rounds / 2)
}, 480_000)
