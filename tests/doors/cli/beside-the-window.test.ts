import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '#src/main/doors/cli/commands/all.ts'
import { troupe, troupeHere } from '#tests/support/command-line.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

/** A workspace that this process has open, as the window would, with something to read of every kind. */
async function openElsewhere(): Promise<TestWorkspace & { ran: typeof troupeHere; file: (name: string) => string; contractId: string }> {
  const workspace = await testWorkspace()
  const { call, folder } = workspace
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht' })
  const { id: campaignId } = await call.campaigns.create({ name: 'Spring', clientId })
  const { id: creatorId } = await call.creators.create({ name: 'Ana', accounts: [{ platform: 'instagram', handle: 'ana', values: {} }] })
  const { added } = await call.campaigns.addCreators({ id: campaignId, creatorIds: [creatorId] })
  await call.briefs.save({ campaignId, changes: { goal: 'Tea' } })
  const { ids } = await call.contracts.create({ collaborationIds: added })
  const contractId = ids[0] ?? ''
  await call.contracts.sign({ id: contractId, signerName: 'Ruth Falk' })
  const file = (name: string) => join(folder, name)
  writeFileSync(file('list.csv'), 'Name;Instagram;Follower\nBo;@bo;900\n')
  const [document] = (await call.contracts.show({ id: contractId })).documents.toReversed()
  await call.contracts.saveDocument({ documentId: document?.id ?? '', file: workspace.engine.grants.toWrite(file('signed.pdf')) })
  return { ...workspace, ran: (args) => troupeHere([...args, '--workspace', join(folder, 'workspace'), '--json']), file, contractId }
}

test('every command that only reads works while the window is open; every other is refused and changes nothing', async () => {
  const { ran, file, contractId, call } = await openElsewhere()
  const reading: Readonly<Record<string, string[]>> = {
    info: [],
    today: [],
    settings: [],
    backup: ['--out', file('backup.zip')],
    history: [],
    'import creators': [file('list.csv'), '--preview'],
    'export creators': ['--out', file('roster.csv')],
    'creators list': [],
    'creators show': ['@ana'],
    'creators profile': ['@ana'],
    'creators audience': ['@ana'],
    'creators duplicates': [],
    'clients list': [],
    'clients show': ['Nordlicht'],
    'campaigns list': [],
    'campaigns show': ['Spring'],
    'campaigns export': ['Spring', '--out', file('spring.troupe')],
    'briefs show': ['Spring'],
    'briefs text': ['Spring', '@ana'],
    'deliverables list': [],
    'contracts templates': [],
    'contracts list': [],
    'contracts show': [contractId],
    'contracts verify': [file('signed.pdf')],
    'contracts save': [contractId, '--out', file('again.pdf')],
    'contracts authorities': [],
    'contracts clauses': [],
    'contracts languages': [],
    'contracts words': [contractId],
    'contracts checks': [contractId],
    'contracts trail': [contractId],
    'contracts redline': [contractId, '--against', 'template'],
    'contracts identities list': [],
    'contracts obligations': [],
    'payouts list': [],
    match: ['--words', 'tea'],
    'match like': ['@ana'],
    'match advocates': [file('list.csv')],
    'rates suggest': ['@ana'],
    'vet signals': ['@ana'],
    'vet history': [],
    'results list': ['Spring'],
    roi: ['Spring'],
    'media-kit': ['@ana', '--out', file('kit.pdf')],
    call: ['creators.list', '{"limit":5}'],
  }
  const failed: unknown[] = []
  for (const [name, args] of Object.entries(reading)) {
    const { code, out } = await ran([...name.split(' '), ...args])
    // Checks end with 1 where something stands against sending.
    if (code !== (name === 'contracts checks' ? 1 : 0) || out.includes('WORKSPACE_IN_USE')) failed.push([name, out])
  }
  expect(failed).toEqual([])
  expect(readFileSync(file('again.pdf')).equals(readFileSync(file('signed.pdf')))).toBe(true)

  const entries = (await call.workspace.history({ limit: 500 })).length
  const writing: string[][] = [
    ['settings', '--signer', 'Ana'],
    ['undo'],
    ['import', 'creators', file('list.csv')],
    ['creators', 'add', 'Cy'],
    ['clients', 'add', 'Mühle'],
    ['campaigns', 'import', file('spring.troupe')],
    ['briefs', 'save', 'Spring', '--goal', 'Coffee'],
    ['contracts', 'render', contractId, '--out', file('drawn.pdf')],
    ['contracts', 'countersign', contractId],
    ['payouts', 'plan', 'Spring', '--all'],
    ['results', 'add', 'Spring', '@ana', '--views', '5'],
    ['call', 'clients.create', '{"name":"Mühle"}'],
    ['call', 'creators.import', '{}', '--read', `file=${file('list.csv')}`],
    ['call', 'nonsense.create'],
  ]
  for (const args of writing) {
    const { code, json } = await ran(args)
    expect([args, code, json]).toEqual([args, 1, { error: expect.objectContaining({ code: 'WORKSPACE_IN_USE' }) }])
  }
  expect((await call.workspace.history({ limit: 500 })).length).toBe(entries)
  // A command that is added has to be put on one side or the other.
  const marked = commands.flatMap((command) => ('run' in command && command.readsOnly ? [command.name] : []))
  expect(marked.toSorted()).toEqual(Object.keys(reading).toSorted())
})

test('an engine that may only look lets nobody write, not even a job with a connection of its own', async () => {
  const { engine, folder } = await openElsewhere()
  const { ports } = engine.contextFor('test')
  const { openEngine } = await import('#src/main/engine/engine.ts')
  const looking = await openEngine({ folder: join(folder, 'workspace'), readonly: true, ports })
  try {
    const { client, grants } = looking
    const list = join(folder, 'list.csv')
    await expect(client('x').creators.import({ file: grants.toRead(list) })).rejects.toMatchObject({ code: 'WORKSPACE_IN_USE' })
    await expect(client('x').clients.create({ name: 'X' })).rejects.toMatchObject({ code: 'WORKSPACE_IN_USE' })
    expect(await client('x').creators.importPreview({ file: grants.toRead(list) })).toMatchObject({ rows: { read: 1 } })
    expect((await client('x').creators.list({})).total).toBe(1)
  } finally {
    await looking.close()
  }
})

test('what the window changes is what is read a moment later, in a process of its own', async () => {
  const { folder, call } = await testWorkspace()
  const list = () => troupe(['creators', 'list', '--workspace', join(folder, 'workspace'), '--json'])
  expect((await list()).json).toMatchObject({ total: 0 })
  await call.creators.create({ name: 'Ana' })
  expect(await list()).toMatchObject({ code: 0, json: { total: 1, rows: [{ name: 'Ana' }] } })
})
