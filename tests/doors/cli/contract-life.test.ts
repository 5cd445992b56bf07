import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { troupeHere } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

async function desk() {
  const folder = temporaryFolder()
  const workspace = ['--workspace', join(folder, 'workspace')]
  const run = (...args: string[]) => troupeHere([...args, ...workspace])
  const done = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { code, json, err } = await run(...args, '--json')
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${JSON.stringify(json)} ${err}`)
    return json as Record<string, unknown>
  }
  await done('init', '--name', 'Harbour Lane')
  await done(
    'settings',
    '--name',
    'Harbour Lane',
    '--signer',
    'Ruth Falk',
    '--law',
    'Deutschland',
    '--address',
    'Hafenstr. 1',
    '--email',
    'r@hl.test',
  )
  await done('settings', '--contract-language', 'de', '--contract-numbers', 'HL-{year}-{number:3}')
  await done('creators', 'add', 'Ana Martins', '--platform', 'instagram', '--handle', 'ana.kocht')
  await done('creators', 'add', 'Jörg Özil', '--platform', 'instagram', '--handle', 'joerg')
  await done('clients', 'add', 'Nordlicht Tee', '--currency', 'EUR')
  await done(
    'campaigns',
    'create',
    'Tee',
    '--client',
    'Nordlicht Tee',
    '--budget',
    '3000',
    '--starts',
    '2030-03-01',
    '--ends',
    '2030-04-30',
  )
  await done('briefs', 'save', 'Tee', '--goal', 'Bekannt machen', '--deliverable', '1 instagram reel 2030-04-10', '--payment-days', '14')
  await done('campaigns', 'add-creators', 'Tee', '@ana.kocht', '@joerg')
  await done('campaigns', 'compensation', 'Tee', '--all', '--model', 'flat fee', '--fee', '450')
  return { folder, run, done }
}

test(
  'a contract lives on the command line: made for a selection, checked, approved, sent, signed, owed, amended',
  { timeout: 60_000 },
  async () => {
    const { folder, run, done } = await desk()
    expect(await done('contracts', 'templates', '--language', 'en')).toMatchObject({ total: 7 })
    expect((await run('contracts', 'clauses', '--kind', 'disclosure')).out).toContain('Kennzeichnung als Werbung')
    expect((await run('contracts', 'languages')).out).toMatch(/de\s+Deutsch\s+any, DE, GB, US/)
    const year = new Date().getFullYear()
    const made = await done('contracts', 'create', 'Tee', '--all', '--draw')
    expect(made).toMatchObject({ numbers: [`HL-${year}-001`, `HL-${year}-002`], documentIds: [expect.any(String), expect.any(String)] })
    const number = `HL-${year}-001`
    expect(
      await done('contracts', 'create', 'Tee', '--template', 'insertion-order', '--language', 'en', '--jurisdiction', 'any'),
    ).toMatchObject({
      numbers: [`HL-${year}-003`],
    })
    const checked = await run('contracts', 'checks', number)
    expect(checked).toMatchObject({ code: 1, out: expect.stringContaining('Venue is not known yet') })
    const venues = ['law.venue=Hamburg', 'creator.address=Rua 1', 'agency.address=Hafenstr. 1']
    await done('contracts', 'edit', number, ...venues.flatMap((field) => ['--field', field]), '--ends', '2030-12-31')
    expect(await run('contracts', 'checks', number)).toMatchObject({ code: 0 })
    expect((await run('contracts', 'words', number)).out).toContain('Es gilt das Recht der Bundesrepublik Deutschland')
    await done('contracts', 'status', number, '--status', 'internal approval', '--note', 'Bitte prüfen')
    await done('contracts', 'status', number, '--status', 'sent')
    expect((await run('contracts', 'status', number, '--status', 'sent')).out).toBe('It was so already.\n')
    await done('contracts', 'sign', number)
    await done('contracts', 'countersign', number, '--signer', 'Ana Martins', '--out', join(folder, 'signed.pdf'))
    expect(readFileSync(join(folder, 'signed.pdf'), 'latin1').startsWith('%PDF-')).toBe(true)
    const owed = (await done('contracts', 'obligations', number)) as { rows: { kind: string; id: string; dueOn: string }[] }
    expect(owed.rows.map(({ kind, dueOn }) => [kind, dueOn])).toContainEqual(['payment', '2030-04-24'])
    expect((await run('contracts', 'obligations', '--campaign', 'Tee', '--open')).out).toContain('Zahlen: 450,00 EUR')
    const usage = owed.rows.find(({ kind }) => kind === 'usage')?.id ?? ''
    await done('contracts', 'fulfil', usage, '--on', '2030-10-10')
    expect(await done('contracts', 'obligations', number, '--open')).toMatchObject({ total: owed.rows.length - 1 })
    await done('contracts', 'remind', number, '--on', '2030-11-01')
    expect(await done('contracts', 'amend', number)).toMatchObject({ number: `HL-${year}-004` })
    const shown = await run('contracts', 'show', number)
    expect(shown.out).toMatch(/Changed by\s+HL-\d{4}-004, draft/)
    expect(shown.out).toMatch(/Runs\s+2030-03-01 to 2030-12-31/)
    expect(shown.out).toMatch(/Reminder\s+2030-11-01/)
    expect(await done('contracts', 'list', '--status', 'signed by all')).toMatchObject({ total: 1 })
  },
)

test(
  'what was typed over and what was sent are told apart, the trail tells it, and undo takes each step back',
  { timeout: 60_000 },
  async () => {
    const { run, done } = await desk()
    await done('settings', '--venue', 'Hamburg')
    await done('contracts', 'create', 'Tee', '@ana.kocht')
    expect((await run('contracts', 'show', 'HL-2026-001')).out).toMatch(/law\.venue\s+Hamburg\s+agency settings/)
    await done('contracts', 'status', 'HL-2026-001', '--status', 'sent')
    await done('contracts', 'status', 'HL-2026-001', '--status', 'draft')
    await done('contracts', 'edit', 'HL-2026-001', '--clause', 'edits=Keine Bearbeitung.')
    // One version alone is compared with the contract as it stands.
    expect((await run('contracts', 'redline', 'HL-2026-001@1')).out).toContain('{+Keine Bearbeitung+}')
    expect((await run('contracts', 'redline', 'HL-2026-001', '--against', 'template')).out).toContain('{+Keine Bearbeitung+}')
    expect(await run('contracts', 'redline', 'HL-2026-001')).toMatchObject({ code: 2 })
    expect((await run('contracts', 'trail', 'HL-2026-001')).out).toMatch(
      /1 .* made .*\n.*2 .* sent .*\n.*3 .* draft again .*\n.*4 .* edited .*\n\nThe chain of hashes holds\./,
    )
    const kinds = async () =>
      ((await done('contracts', 'trail', 'HL-2026-001')) as { steps: { kind: string }[] }).steps.map(({ kind }) => kind)
    for (const left of [['made', 'sent', 'draft again'], ['made', 'sent'], ['made']]) {
      await done('undo')
      expect(await kinds()).toEqual(left)
    }
    await done('undo')
    expect(await done('contracts', 'list')).toMatchObject({ total: 0 })
  },
)
