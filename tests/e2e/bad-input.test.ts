import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importList, openPage } from './steps/roster.ts'
import { doors, photographWhenFailed, startTroupe } from './support/launch.ts'

const prose = 'Dear Ana,\n\nthank you for the lovely pictures. We would be glad to work with you again in spring.\n\nYours, Mira\n'
const [noise, signature] = [randomBytes(20_000), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])]

describe.each(doors)('what is no good %s', (door) => {
  let troupe: Awaited<ReturnType<typeof startTroupe>>
  beforeAll(async () => {
    troupe = await startTroupe(door)
  })
  afterAll(() => troupe.end())

  const write = (name: string, content: string | Buffer) => {
    const path = join(troupe.folders.root, name)
    writeFileSync(path, content)
    return path
  }

  test.each([
    ['empty.csv', '', 'FILE_EMPTY'],
    ['noise.csv', noise, 'NOT_A_TABLE'],
    ['picture.csv', Buffer.concat([signature, noise]), 'NOT_A_TABLE'],
    ['broken.xlsx', Buffer.concat([Buffer.from('PK\x03\x04'), noise]), 'NOT_A_TABLE'],
  ])('as a list of creators, %s, is refused with a sentence and a code', async (name, content, code) => {
    const { page, pick } = troupe
    photographWhenFailed(troupe)
    await openPage(page, 'Files')
    await page.getByRole('link', { name: 'Import creators' }).click()
    await page.getByRole('heading', { level: 1, name: 'Import creators' }).waitFor()
    await pick(write(name, content), () => page.getByRole('button', { name: 'Choose a file' }).click())
    await expect
      .poll(() => page.getByRole('alert').allInnerTexts())
      .toEqual([expect.stringMatching(new RegExp(`${name}[^]*\\.\\s[^]*${code}`))])
  })

  test.each([
    ['Campaign from a colleague', 'noise.troupe', noise, 'NOT_A_CAMPAIGN_FILE'],
    ['Campaign from a colleague', 'letter.troupe', prose, 'NOT_A_CAMPAIGN_FILE'],
    ['Check a signed PDF', 'letter.pdf', prose, 'NOT_A_PDF'],
    ['Check a signed PDF', 'cut.pdf', '%PDF-1.7\n1 0 obj\n<<', 'FILE_DAMAGED'],
  ])('under “%s”, %s, is refused with a sentence and a code', async (part, name, content, code) => {
    const { page, pick } = troupe
    photographWhenFailed(troupe)
    await openPage(page, 'Files')
    const region = page.getByRole('region', { name: part })
    await pick(write(name, content), () => region.getByRole('button', { name: 'Choose a file' }).click())
    await expect.poll(() => region.getByRole('alert').allInnerTexts()).toEqual([expect.stringContaining(code)])
  })

  test('as a logo is refused with a sentence and a code', async () => {
    const { page, pick } = troupe
    photographWhenFailed(troupe)
    await openPage(page, 'Settings')
    await pick(write('logo.png', prose), () =>
      page
        .getByRole('button', { name: /logo|Choose/i })
        .first()
        .click(),
    )
    await expect.poll(() => page.getByRole('alert').allInnerTexts()).toEqual([expect.stringContaining('NOT_AN_IMAGE')])
  })

  test('has changed nothing, and a good list goes in as if nothing had been', async () => {
    const { page } = troupe
    photographWhenFailed(troupe)
    await openPage(page, 'Roster')
    await page.getByText('No creators yet').waitFor()
    const list = write('good.csv', 'Name,Instagram,Followers\n<script>window.hacked = true</script>,@bobby,1200\nAna,@ana,8200\n')
    expect(await importList(troupe, list)).toMatchObject({ New: 2 })
    await page.getByRole('cell', { name: '<script>window.hacked = true</script>' }).waitFor()
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    // The browser itself notes each refused upload.
    expect(troupe.watch.takeErrors().filter((error) => !error.includes('status of 400'))).toEqual([])
  })
})
