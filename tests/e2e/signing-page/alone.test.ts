import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { fillWords } from '#src/shared/signing-page.ts'
import { sharedChromium } from '../support/chromium.ts'
import { agencyWithContracts, type Agency, type MadePage } from './contracts.ts'
import { openFile } from './open-page.ts'
import { confirm, drawWithMouse, readAll } from './steps.ts'

let agency: Agency
let browser: Browser
let made: MadePage
beforeAll(async () => {
  ;[agency, browser] = await Promise.all([agencyWithContracts(), sharedChromium()])
  made = await agency.makePage('ana')
})
afterAll(() => agency.folders.remove())

test('whatever a mail program has called the file: with a network at hand nothing is asked of it, from opening to the signed file', async () => {
  const folder = join(agency.folders.root, 'Anhänge & more')
  mkdirSync(folder)
  const file = join(folder, 'Fwd_ contract #1 (2) 100%?.htm')
  copyFileSync(made.file, file)
  const { words } = made.data
  const network = await standIn()
  const { page, save, errors } = await openFile(browser, file, {
    offline: false,
    proxy: { server: network.address, bypass: '<-loopback>' },
  })
  await readAll(page)
  await confirm(page, words)
  await drawWithMouse(page, words)
  const saved = await save(() => page.getByRole('button', { name: words.sign.button }).click())
  await page.getByRole('heading', { name: words.done.heading }).waitFor()
  expect(saved.name).toBe(`contract-${made.data.contract.number}-signed.pdf`)
  expect((await agency.verify(saved.path)).signatures.at(-1)).toMatchObject({ field: 'creator', intact: true, coversWholeFile: true })
  expect(errors).toEqual([])
  expect(network.asked).toEqual([])
  // What does go out is noticed.
  await page.goto('http://somewhere.example/')
  expect(network.asked).toContain('http://somewhere.example/')
})

/** Stands in for every network: a proxy that writes down what a page asks of it. */
async function standIn(): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  }).on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

test('opened twice: signed in one window, the other says so, and so does the file when it is opened again', async () => {
  const { words, contract, agency: from } = made.data
  const { page, save } = await openFile(browser, made.file)
  const other = await page.context().newPage()
  await other.goto(pathToFileURL(made.file).href)
  await other.getByRole('button', { name: words.sign.button }).waitFor()
  const next = fillWords(words.again.next, { agency: from.name })
  expect(await other.getByText(next).count()).toBe(0)
  await page.bringToFront()
  await readAll(page)
  await confirm(page, words)
  await drawWithMouse(page, words)
  await save(() => page.getByRole('button', { name: words.sign.button }).click())
  await page.getByRole('heading', { name: words.done.heading }).waitFor()
  expect(await page.getByText(next).count()).toBe(0)
  await other.bringToFront()
  await other.getByText(next).waitFor()
  await page.reload()
  await page.getByText(next).waitFor()
  expect(await page.getByText(`saved it as contract-${contract.number}-signed.pdf`).isVisible()).toBe(true)
  // A file that was lost can still be signed anew.
  expect(await page.getByRole('button', { name: words.sign.button }).isEnabled()).toBe(true)
})

test('closed without signing, it keeps nothing of what was entered', async () => {
  const { page } = await openFile(browser, made.file)
  const { words } = made.data
  await confirm(page, words, 'Lisboa')
  await drawWithMouse(page, words)
  expect(await page.getByText(words.decline.leave).isVisible()).toBe(true)
  await page.reload()
  await page.getByRole('button', { name: words.sign.button }).waitFor()
  expect(await page.getByLabel(words.identity.place, { exact: true }).inputValue()).toBe('')
  expect(await page.locator('.pad path').getAttribute('d')).toBe(null)
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0)
})

test('it holds the contract and nothing else of the workspace, and its policy lets only its own programs run', async () => {
  const page = readFileSync(made.file, 'utf8')
  const said = page.slice(0, page.indexOf('<script type="text/plain" id="packed-worker">')).replace(made.pdf.toString('base64'), '')
  for (const other of [agency.folders.root, 'PRIVATE KEY', 'Pays late', 'Jörg', 'Elif']) expect(said).not.toContain(other)
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)] as const))
  expect(rules.get('default-src')).toEqual([`'none'`])
  expect(rules.get('connect-src')).toEqual([`'none'`])
  expect(rules.get('form-action')).toEqual([`'none'`])
  expect(rules.get('base-uri')).toEqual([`'none'`])
  expect(rules.get('worker-src')).toEqual(['blob:'])
  for (const source of [...(rules.get('script-src') ?? ['']), ...(rules.get('style-src') ?? [''])])
    expect(source).toMatch(/^'sha256-[\w+/]{43}='$/)
  expect(rules.size).toBe(7)
  // A mail server takes ten megabytes nearly everywhere.
  expect(made.answer.size).toBe(Buffer.byteLength(page))
  expect(made.answer.size).toBeLessThan(1_500_000)
})
