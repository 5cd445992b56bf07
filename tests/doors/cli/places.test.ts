import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { troupeHere } from '#tests/support/command-line.ts'
import { makeReadOnly, noDisks, smallDisk } from '#tests/support/disks.ts'

/** Every command that writes a file for a person, with the ending it is given. */
const writers: [name: string, ending: string, args: (file: string) => string[]][] = [
  ['export creators', 'csv', (file) => ['export', 'creators', '--out', file]],
  ['export creators as a workbook', 'xlsx', (file) => ['export', 'creators', '--out', file]],
  ['media-kit', 'pdf', (file) => ['media-kit', '@ana', '--out', file]],
  ['proposal', 'html', (file) => ['proposal', '--creators', '@ana', '--out', file]],
  ['campaigns export', 'troupe', (file) => ['campaigns', 'export', 'Spring', '--out', file]],
  ['contracts render', 'pdf', (file) => ['contracts', 'render', '2026-0001', '--out', file]],
  ['contracts save', 'pdf', (file) => ['contracts', 'save', '2026-0001', '--out', file]],
  ['backup', 'zip', (file) => ['backup', '--out', file]],
  ['call', 'pdf', (file) => ['call', 'contracts.preview', JSON.stringify({ id: contract }), '--out', file]],
]

let place = ''
let contract = ''
let workspace: string[] = []

async function done(...args: string[]): Promise<Record<string, unknown>> {
  const { code, json } = await troupeHere([...args, ...workspace])
  if (code !== 0) throw new Error(`${args.join(' ')}: ${JSON.stringify(json)}`)
  return json as Record<string, unknown>
}

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'troupe-test-'))
  workspace = ['--workspace', join(place, 'workspace'), '--json']
  await done('init')
  await done('clients', 'add', 'Nordlicht Tee')
  await done('campaigns', 'create', 'Spring', '--client', 'Nordlicht Tee')
  await done('creators', 'add', 'Ana', '--platform', 'instagram', '--handle', 'ana')
  await done('campaigns', 'add-creators', 'Spring', '@ana')
  const made = (await done('contracts', 'create', 'Spring', '@ana')) as { ids: string[] }
  contract = made.ids[0] ?? ''
  await done('contracts', 'render', contract)
  const number = ((await done('contracts', 'show', contract)) as { number: string }).number
  for (const writer of writers) {
    const args = writer[2]
    writer[2] = (file) => args(file).map((word) => (word === '2026-0001' ? number : word))
  }
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** The code, once its sentence is known to be one for people. */
async function refusalOf(args: string[]): Promise<string> {
  const { code, json } = await troupeHere([...args, ...workspace])
  expect(code).toBe(1)
  const { error } = json as { error: { code: string; message: string } }
  expect(error.message).toMatch(/^\S.* cannot be written: .*\. Nothing was written\.$|is not an ordinary file/)
  expect(error.message).not.toMatch(/\bE[A-Z]{3,}\b|SQLITE_|change was not made/)
  return error.code
}

describe.each(writers)('%s to', (_, ending, args) => {
  const name = `out.${ending}`

  test('a folder that is not there, a folder, a name that is too long, and a place for no files', async () => {
    mkdirSync(join(place, 'taken', name), { recursive: true })
    expect(await refusalOf(args(join(place, 'none', name)))).toBe('FILE_UNWRITABLE')
    expect(await refusalOf(args(join(place, 'taken', name)))).toBe('FILE_UNWRITABLE')
    expect(await refusalOf(args(join(place, `${'x'.repeat(300)}.${ending}`)))).toBe('FILE_UNWRITABLE')
    expect(await refusalOf(args(join('/proc', name)))).toMatch(/^(FILE_UNWRITABLE|READ_ONLY)$/)
    expect(readdirSync(join(place, 'taken', name))).toEqual([])
    expect(existsSync(join(place, 'none'))).toBe(false)
  })

  test.skipIf(noDisks)(`a full disk and a read-only one: nothing is left there${noDisks ? `, skipped: ${noDisks}` : ''}`, async () => {
    const disk = smallDisk(200_000)
    writeFileSync(join(disk, name), 'what was there before')
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize))
    expect(await refusalOf(args(join(disk, name)))).toBe('DISK_FULL')
    makeReadOnly(disk)
    expect(await refusalOf(args(join(disk, name)))).toBe('READ_ONLY')
    expect(readdirSync(disk).toSorted()).toEqual(['filler', name])
  })
})

test('a contract is neither drawn nor signed where its PDF has no place to go', async () => {
  const made = (await done('contracts', 'create', 'Spring', '@ana')) as { ids: string[] }
  const [id = ''] = made.ids
  const nowhere = join(place, 'none', 'out.pdf')
  for (const args of [['render'], ['sign', '--signer', 'Ruth Falk']])
    expect(await refusalOf(['contracts', ...args, id, '--out', nowhere])).toBe('FILE_UNWRITABLE')
  expect(await done('contracts', 'show', id)).toMatchObject({ status: 'draft', documents: [], signatures: [] })
})
