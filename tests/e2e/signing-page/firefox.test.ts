import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agencyWithContracts, type Agency } from './contracts.ts'
import { Firefox, firefoxPath } from './firefox.ts'
import { signaturesIn } from './signatures.ts'

describe.runIf(firefoxPath)('in Firefox', () => {
  let agency: Agency
  let firefox: Firefox
  beforeAll(async () => {
    ;[agency, firefox] = await Promise.all([agencyWithContracts(), Firefox.start({ width: 1280, height: 800 })])
  })
  afterAll(async () => {
    await firefox.close()
    agency.folders.remove()
  })

  test('a creator reads, draws and signs from a file, and asks nothing of the network', async () => {
    const made = await agency.makePage('ana')
    await firefox.open(pathToFileURL(made.file).href)
    await expect.poll(() => firefox.evaluate<number>(`document.querySelectorAll('.layer > *').length`)).toBeGreaterThan(0)
    const pages = await firefox.evaluate<number>(`document.querySelectorAll('.sheet').length`)
    for (let page = 0; page < pages; page += 1) {
      await firefox.evaluate(`document.querySelectorAll('.sheet')[${page}].scrollIntoView({ block: 'end', behavior: 'instant' })`)
      await firefox.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(1))))')
    }
    await expect.poll(() => firefox.evaluate<string>('document.body.innerText')).toContain(`You have seen all ${pages} pages.`)
    await firefox.evaluate(`[...document.querySelectorAll('.tick')].filter((line) => !line.hidden).map((line) => line.click()).length`)
    const place = made.data.words.identity.place
    await firefox.evaluate(`[...document.querySelectorAll('.field')].find((field) => field.textContent === ${JSON.stringify(place)})
      .querySelector('input').value = 'Lisboa'`)
    await firefox.evaluate(`document.querySelector('.pad').scrollIntoView({ block: 'center', behavior: 'instant' })`)
    const pad = await firefox.evaluate<DOMRect>(`document.querySelector('.pad').getBoundingClientRect()`)
    await firefox.drag(
      Array.from({ length: 30 }, (_, at) => [pad.x + 20 + at * 8, pad.y + pad.height / 2 + Math.sin(at / 3) * 30] as const),
    )
    expect(await firefox.evaluate<string>(`document.querySelector('.pad path').getAttribute('d')`)).toMatch(/^M .* Q /)
    await firefox.evaluate(`document.querySelector('.button.primary').click()`)
    await expect.poll(() => firefox.savedFile('-signed.pdf')).not.toBeNull()
    const path = firefox.savedFile('-signed.pdf')!
    const signed = readFileSync(path)
    expect(signed.subarray(0, made.pdf.length).equals(made.pdf)).toBe(true)
    expect(execFileSync('pdfsig', [path], { encoding: 'utf8' }).match(/Signature is Valid/g)).toHaveLength(2)
    const verdict = await agency.verify(path)
    expect(verdict).toMatchObject({ status: 'untrusted', alterations: [] })
    expect(verdict.signatures.at(-1)).toMatchObject({ field: 'creator', intact: true, coversWholeFile: true })
    expect((await signaturesIn(signed)).at(-1)).toMatchObject({ name: 'Ana Martins', location: 'Lisboa' })
    expect(firefox.errors).toEqual([])
    expect(firefox.asked.filter((address) => !/^(file|blob|data):/.test(address))).toEqual([])
  })
})
