import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'
import { editRows, forged, type Entries, type Json } from './forging.ts'
import { busyCampaign, contentOf, exported, imported, journalLength, signedContract } from './setup.ts'

// Signing takes a while, so one whole file serves all tests.
let made: Promise<Buffer> | undefined

async function makeFile(): Promise<Buffer> {
  const here = await testWorkspace()
  const {
    campaignId,
    ids: [ana = ''],
  } = await busyCampaign(here)
  await signedContract(here, ana)
  return exported(here, campaignId)
}

/** A whole file, and an empty workspace that must stay so. */
async function fileAndPlace(): Promise<{ file: Buffer; there: TestWorkspace }> {
  made ??= makeFile()
  const file = await made
  const there = await testWorkspace()
  const untouched = await stateOf(there)
  onTestFinished(async () => expect(await stateOf(there)).toEqual(untouched))
  return { file, there }
}

async function stateOf(workspace: TestWorkspace) {
  return [await contentOf(workspace), await journalLength(workspace)]
}

test('what is no campaign file says so', async () => {
  const { there } = await fileAndPlace()
  await expect(imported(there, Buffer.from('Name;Handle\nAna;@ana\n'))).rejects.toMatchObject({ code: 'NOT_A_CAMPAIGN_FILE' })
  await expect(imported(there, zipSync({ 'word/document.xml': Buffer.from('<w/>') }))).rejects.toMatchObject({
    code: 'NOT_A_CAMPAIGN_FILE',
  })
  await expect(imported(there, zipSync({ 'manifest.json': Buffer.from('{"format":"something else"}') }))).rejects.toMatchObject({
    code: 'NOT_A_CAMPAIGN_FILE',
  })
  await expect(imported(there, Buffer.alloc(0))).rejects.toMatchObject({ code: 'FILE_EMPTY' })
  await expect(there.call.exchange.importCampaign({ file: there.engine.grants.toRead(there.folder) })).rejects.toMatchObject({
    code: 'FILE_IS_DIRECTORY',
  })
  await expect(there.call.exchange.importCampaign({ file: 'never granted' })).rejects.toMatchObject({ code: 'GRANT_UNKNOWN' })
})

test('a file of a newer Troupe is refused as such, and left alone', async () => {
  const { file, there } = await fileAndPlace()
  await expect(
    imported(
      there,
      forged(file, (_, manifest) => {
        manifest['formatVersion'] = 2
      }),
    ),
  ).rejects.toMatchObject({ code: 'NEWER_VERSION', message: expect.stringContaining('Update Troupe') })
  await expect(
    imported(
      there,
      forged(file, (_, manifest) => {
        manifest['schemaVersion'] = 9_999
      }),
    ),
  ).rejects.toMatchObject({ code: 'NEWER_VERSION' })
})

test('a cut-off file changes nothing, wherever it is cut', async () => {
  const { file, there } = await fileAndPlace()
  for (const length of [4, 30, 1_000, Math.floor(file.length / 2), file.length - 100, file.length - 1]) {
    await expect(imported(there, file.subarray(0, length))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  }
  await expect(imported(there, Buffer.concat([file, Buffer.from('x')]))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
})

test('no flipped byte goes unnoticed', async () => {
  const { file, there } = await fileAndPlace()
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
      const flipped = Buffer.from(file)
      flipped[place] = (flipped[place] ?? 0) ^ mask
      await expect(imported(there, flipped)).rejects.toMatchObject({
        code: expect.stringMatching(/^(FILE_DAMAGED|NOT_A_CAMPAIGN_FILE|NEWER_VERSION)$/),
      })
    }),
    { numRuns: 150 },
  )
})

test.each<[name: string, says: RegExp, change: (entries: Entries, manifest: Json) => void]>([
  [
    'an entry is missing',
    /entries are not those/,
    (entries) => {
      delete entries['rows/payout.ndjson']
    },
  ],
  [
    'a name that climbs out of a folder',
    /does not belong there/,
    (entries) => {
      entries['../../evil.sh'] = Buffer.from('x')
    },
  ],
  [
    'an absolute name',
    /does not belong there/,
    (entries) => {
      entries['/etc/passwd'] = Buffer.from('x')
    },
  ],
  [
    'an entry nobody asked for',
    /entries are not those/,
    (entries) => {
      entries['rows/setting.ndjson'] = Buffer.from('{"id":"currency","value":"1"}\n')
    },
  ],
  [
    'a column that does not exist',
    /rows\/client\.ndjson is not valid/,
    (entries) => editRows(entries, 'client', (rows) => rows.map((row) => ({ ...row, evil: 1 }))),
  ],
  [
    'a value of the wrong type',
    /line 1 of rows\/payout\.ndjson.*amount_minor/,
    (entries) => editRows(entries, 'payout', ([first, ...rest]) => [{ ...first, amount_minor: 'much' }, ...rest]),
  ],
  [
    'a status that is none',
    /rows\/collaboration\.ndjson.*stage/,
    (entries) => editRows(entries, 'collaboration', (rows) => rows.map((row) => ({ ...row, stage: 'famous' }))),
  ],
  [
    'terms that are none',
    /compensation/,
    (entries) => editRows(entries, 'collaboration', (rows) => rows.map((row) => ({ ...row, compensation: '{"model":"barter"}' }))),
  ],
  [
    'a private key among the certificates',
    /certificate/,
    (entries) =>
      editRows(entries, 'signing_identity', (rows) =>
        rows.map((row) => ({ ...row, certificate: `${String(row['certificate'])}-----BEGIN PRIVATE KEY-----` })),
      ),
  ],
  [
    'a reference to a row that is not there',
    /refers to a row of creator that is not in it/,
    (entries) =>
      editRows(entries, 'account', (rows) => rows.map((row) => ({ ...row, creator_id: '01900000-0000-7000-8000-000000000000' }))),
  ],
  ['a row too few', /manifest says/, (entries) => editRows(entries, 'deliverable', (rows) => rows.slice(1))],
  [
    'a row twice',
    /twice|manifest says/,
    (entries) => editRows(entries, 'deliverable', ([first, ...rest]) => [{ ...first }, { ...first }, ...rest.slice(1)]),
  ],
  [
    'two orders with one number',
    /stand for the same thing/,
    (entries) => editRows(entries, 'sales_order', (rows) => rows.map((row) => ({ ...row, number: '1' }))),
  ],
  [
    'another campaign',
    /exactly one campaign/,
    (entries, manifest) => {
      manifest['campaign'] = { id: '01900000-0000-7000-8000-000000000000', name: 'x' }
    },
  ],
  [
    'rows that are no text',
    /is not text/,
    (entries) => {
      entries['rows/client.ndjson'] = Uint8Array.of(0xff, 0xfe, 0x0a)
    },
  ],
  [
    'rows that are no JSON',
    /is not JSON/,
    (entries) => {
      entries['rows/client.ndjson'] = Buffer.from('{"id":\n')
    },
  ],
  [
    'an attachment with other bytes',
    /attachment is not what it is called/,
    (entries) => {
      const name = Object.keys(entries).find((entry) => entry.startsWith('files/')) ?? ''
      entries[name] = Buffer.from('%PDF-1.7 something else')
    },
  ],
  [
    'a file of a kind that runs',
    /media_type/,
    (entries) => editRows(entries, 'file', (rows) => rows.map((row) => ({ ...row, media_type: 'text/html' }))),
  ],
])('even with right hashes: %s', async (_, says, change) => {
  const { file, there } = await fileAndPlace()
  await expect(imported(there, forged(file, change))).rejects.toMatchObject({ code: 'FILE_DAMAGED', message: expect.stringMatching(says) })
})

test('a small file that would unpack to far more is refused before it is unpacked', async () => {
  const { file, there } = await fileAndPlace()
  const bomb = forged(file, (entries) => {
    entries['journal.ndjson'] = Buffer.alloc(60_000_000, ' ')
  })
  expect(bomb.byteLength).toBeLessThan(2_000_000)
  await expect(imported(there, bomb)).rejects.toMatchObject({
    code: 'FILE_DAMAGED',
    message: expect.stringContaining('far more than it is'),
  })
  const many = forged(file, (entries) => {
    for (let i = 0; i < 20_001; i++) entries[`files/${i.toString(16).padStart(64, '0')}`] = new Uint8Array()
  })
  await expect(imported(there, many)).rejects.toMatchObject({
    code: 'FILE_DAMAGED',
    message: expect.stringContaining('more than a campaign can'),
  })
})

test('a failure in the middle of writing leaves nothing behind', async () => {
  const { file, there } = await fileAndPlace()
  there.engine
    .contextFor('test')
    .workspace.writer.connection.exec(
      "CREATE TEMP TRIGGER fails BEFORE INSERT ON sales_order BEGIN SELECT raise(ABORT, 'on purpose, at the last table'); END",
    )
  await expect(imported(there, file)).rejects.toMatchObject({ code: expect.stringMatching(/^(INTERNAL|CONFLICT)$/) })
})
