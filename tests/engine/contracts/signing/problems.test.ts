import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { signingDesk } from '../signing-desk.ts'

const problem = 'The disclosure clause has been taken out; paid and gifted posts must be disclosed.'
const told = `Signed though a check says: ${problem}`
const without = { disclosure: { included: false } }

test('whoever signs is told of open problems, not of what is to be looked at', async () => {
  const { call, id, mira, ana } = await signingDesk()
  await call.contracts.update({ id, clauses: { ...without, schedule: { text: 'As both see fit.' } } })
  const first = await call.contracts.sign({ id, ...mira })
  const second = await call.contracts.countersign({ id, ...ana })
  for (const { warnings } of [first, second]) {
    expect(warnings.filter((one) => one.startsWith('Signed though'))).toEqual([told])
  }
  expect(first.warnings.join('\n')).not.toContain('typed over')
})

test('a selection says of which contract, and what was sent is held against the checks as well', async () => {
  const { call, ids, id, otherId, mira } = await signingDesk()
  await call.contracts.update({ id: otherId, clauses: without })
  await call.contracts.setStatus({ ids: [otherId], status: 'sent' })
  const { warnings } = await call.contracts.signMany({ ids, ...mira })
  expect(warnings.filter((one) => one.includes('Signed though'))).toEqual([`2026-0002: ${told}`])
  expect((await call.contracts.show({ id })).status).toBe('signed by one')
})

test('a signing page tells of them whether it is made of a draft or of what was sent', async () => {
  const { call, id, ports, at, toWrite } = await signingDesk()
  writeFileSync(at('template.html'), '<script>%%data%%</script>')
  ports.signingPage = at('template.html')
  await call.contracts.update({ id, clauses: without })
  for (const name of ['draft.html', 'sent.html']) {
    const { warnings } = await call.contracts.sendPage({ id, file: toWrite(name) })
    expect(warnings.filter((one) => one.includes(problem))).toEqual([`2026-0001: ${problem}`])
  }
})
