import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { savePdf } from '../steps/contracts.ts'
import { findDemoIds, type DemoIds } from '../support/demo-ids.ts'
import { goTo } from '../support/going.ts'
import { photographWhenFailed, startTroupe } from '../support/launch.ts'

describe('a PDF is checked', () => {
  const ids = {} as DemoIds
  let troupe: Awaited<ReturnType<typeof startTroupe>>
  let signed: Buffer
  beforeAll(async () => {
    troupe = await startTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
    const file = join(troupe.folders.root, 'signed.pdf')
    await goTo(troupe.page, `/contracts/${ids.signed}`)
    await savePdf(troupe, file)
    signed = readFileSync(file)
  })
  afterAll(() => troupe.end())

  /** The verdict on a file, chosen in the panel. */
  const verdictOn = async (name: string, bytes: Uint8Array) => {
    photographWhenFailed(troupe)
    const { page, pick, folders } = troupe
    const path = join(folders.root, name)
    writeFileSync(path, bytes)
    await goTo(page, '/contracts/check')
    const panel = page.getByRole('complementary', { name: 'Check a PDF' })
    await pick(path, () => panel.getByRole('button', { name: 'Choose a file' }).click())
    return panel
  }

  test('as it was signed: both signatures hold, and it leads to its contract', async () => {
    const panel = await verdictOn('as signed.pdf', signed)
    await panel.getByText('Signatures valid').waitFor()
    const signatures = panel.getByRole('list', { name: 'Signatures' }).getByRole('listitem')
    expect(await signatures.count()).toBe(2)
    await signatures
      .first()
      .getByText(/^Trusted: certificate issued by this workspace/)
      .waitFor()
    await panel.getByRole('link', { name: /^contract 2026-/ }).waitFor()
    expect(troupe.watch.takeErrors()).toEqual([])
  })

  test('altered in its signed bytes', async () => {
    const bytes = Buffer.from(signed)
    const at = bytes.indexOf('/Contents <') - 2000
    bytes[at] = bytes[at]! ^ 1
    const panel = await verdictOn('altered.pdf', bytes)
    await expect.poll(() => panel.textContent()).toMatch(/Altered after signing[^]*Broken/)
  })

  test('altered by pages appended after signing: the signatures hold, and what was changed is named', async () => {
    const panel = await verdictOn('appended.pdf', withPageReplaced(signed))
    await expect.poll(() => panel.textContent()).toMatch(/Altered after signing[^]*Changed although it must not be/)
  })

  test('cut off, and no PDF at all: a sentence, and the panel stays', async () => {
    const panel = await verdictOn('cut.pdf', signed.subarray(0, 20_000))
    await panel
      .getByRole('alert')
      .or(panel.getByText(/^(Not signed|Altered after signing)$/))
      .first()
      .waitFor()
    await verdictOn('letter.pdf', Buffer.from('Dear Ana'))
    await expect.poll(() => panel.getByRole('alert').textContent()).toContain('The file is not a PDF.')
  })

  test('dropped on the list', async () => {
    const { page } = troupe
    photographWhenFailed(troupe)
    await goTo(page, '/contracts')
    const grid = page.getByRole('grid', { name: 'Contracts' })
    await grid.waitFor()
    const dropped = await page.evaluateHandle((base64) => {
      const transfer = new DataTransfer()
      transfer.items.add(
        new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'dropped.pdf', { type: 'application/pdf' }),
      )
      return transfer
    }, signed.toString('base64'))
    await grid.dispatchEvent('dragenter', { dataTransfer: dropped })
    await page.getByText('Drop the PDF to check its signatures').waitFor()
    await grid.dispatchEvent('drop', { dataTransfer: dropped })
    const panel = page.getByRole('complementary', { name: 'Check a PDF' })
    await expect.poll(() => panel.textContent()).toMatch(/Signatures valid[^]*dropped\.pdf/)
  })
})

/** The file with a revision behind its end in which the first page is another, as an editor of PDFs would append it. */
function withPageReplaced(signed: Buffer): Buffer {
  const text = signed.toString('latin1')
  const before = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const [, number, body] = /(?:^|\n)(\d+) 0 obj\s*(<<(?:(?!endobj)[^])*?\/Type\s*\/Page\b(?!s)[^]*?)endobj/.exec(text)!
  const root = [...text.matchAll(/\/Root (\d+ \d+ R)/g)].at(-1)![1]!
  const size = [...text.matchAll(/\/Size (\d+)/g)].at(-1)![1]!
  const object = `${number} 0 obj\n${body!.replace(/\/MediaBox\s*\[[^\]]*\]/, '/MediaBox [0 0 300 300]')}endobj\n`
  const at = signed.length + 1
  const table = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<< /Size ${size} /Root ${root} /Prev ${before} >>\nstartxref\n${at + object.length}\n%%EOF\n`
  return Buffer.concat([signed, Buffer.from(`\n${object}${table}${trailer}`, 'latin1')])
}
