import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { png } from '#tests/support/images.ts'
import { troupeHere } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

test('a creator’s profile, audience and twins are seen to on the command line', async () => {
  const folder = temporaryFolder()
  const place = ['--workspace', join(folder, 'workspace'), '--json']
  const run = async (...args: string[]) => {
    const { code, json, err } = await troupeHere([...args, ...place])
    expect([args, code, err]).toEqual([args, 0, expect.any(String)])
    return json as never
  }
  const names = async (...args: string[]) =>
    ((await run('creators', 'list', '--sort', 'name', ...args)) as { rows: { name: string }[] }).rows.map(({ name }) => name)
  await run('init')
  await run('creators', 'add', 'Ana', '--platform', 'instagram', '--handle', 'ana.cooks', '--email', 'ana@mail.example')
  await run('creators', 'add', 'Ana M.', '--platform', 'tiktok', '--handle', 'anacooks', '--email', 'ana@mail.example')
  await run('creators', 'add', 'Bo')
  writeFileSync(join(folder, 'ana.png'), png(2, 2))
  writeFileSync(join(folder, 'notes.png'), 'no image')
  writeFileSync(join(folder, 'audience.csv'), 'Top countries\nGermany,Austria\n61.4,12.3\n')
  expect(
    await run(
      'creators',
      'profile',
      'Ana',
      '--language',
      'German',
      '--format',
      'reel,story',
      '--owner',
      'Mira',
      '--portrait',
      join(folder, 'ana.png'),
    ),
  ).toMatchObject({
    languages: ['German'],
    formats: ['reel', 'story'],
    portraitId: expect.any(String),
  })
  expect(await troupeHere(['creators', 'profile', 'Ana', '--portrait', join(folder, 'notes.png'), ...place])).toMatchObject({
    code: 1,
    json: { error: { code: 'NOT_AN_IMAGE' } },
  })
  await run('creators', 'contact', 'Ana', 'Rui Dias', '--kind', 'manager')
  await run('creators', 'brand', 'Ana', 'Oat & Ember', '--from', '2026-01-01')
  await run(
    'creators',
    'sample',
    'Ana',
    '--url',
    'https://www.instagram.com/p/x/',
    '--likes',
    '40',
    '--image',
    join(folder, 'ana.png'),
    '--account',
    'instagram',
  )
  expect(await run('creators', 'audience', 'Ana', join(folder, 'audience.csv'), '--taken-on', '2026-01-05')).toMatchObject([
    { takenOn: '2026-01-05', shares: { country: { DE: 6140, AT: 1230 } } },
  ])
  await run(
    'creators',
    'audience',
    'Ana',
    '--share',
    'age:18-24=30',
    '--share',
    'age:25-34=25',
    '--share',
    'country:DE=55',
    '--taken-on',
    '2026-02-01',
  )
  expect(await names('--audience', 'country:germany=50', '--audience', 'age:18-34=55')).toEqual(['Ana'])
  expect(await names('--audience', 'country:DE=60')).toEqual([])
  expect(await names('--owner', 'Mira', '--format', 'story', '--language', 'German', '--may-contact', '--not-worked-with', '90')).toEqual([
    'Ana',
  ])
  expect(await troupeHere(['creators', 'list', '--audience', 'shoes:DE=5', ...place])).toMatchObject({ code: 2 })

  expect(await run('creators', 'duplicates')).toMatchObject({
    total: 1,
    rows: [{ evidence: [{ kind: 'e-mail' }, { kind: 'similar handle' }] }],
  })
  await run('creators', 'distinct', 'Ana', 'Ana M.')
  expect(await run('creators', 'duplicates')).toMatchObject({ total: 0 })
  await run('creators', 'merge', 'Ana', 'Ana M.')
  expect(await names()).toEqual(['Ana', 'Bo'])
  await run('undo')
  expect(await names()).toEqual(['Ana', 'Ana M.', 'Bo'])
})
