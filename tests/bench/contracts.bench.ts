// Contract PDFs of three pages, with the audit page a fourth. Yardstick: the same words set by pdfkit used plainly, its font given by path
// (= 1). Goals: at least 2.4 times as fast as that and 2.5 times as fast as headless Chromium's print, fonts embedded on every page.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import PDFDocument from 'pdfkit'
import { chromium } from 'playwright-core'
import type { ContractDocument } from '#src/main/engine/documents/contract/types.ts'
import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import { recordedSample, sampleContract } from '#tests/engine/documents/support/sample.ts'
import { chromiumPath } from '#tests/support/electron-stand-in/chromium.ts'
import { compare, loadNow, printTable, verdict, type Candidate } from './harness.ts'

const documents = 20
const rounds = 7
const fontPath = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')

const contracts = Array.from({ length: documents }, (_, i) =>
  sampleContract({ 'creator.name': `Ana Martins ${i + 1}` }, { number: `2026-${String(i + 1).padStart(4, '0')}` }, 'whitelisting'),
)

/** All words that ours has too, but for its head and foot, its tables' heads and the audit page. */
function wordsOf(contract: ContractDocument): { heading: string; texts: string[] }[] {
  const parties = contract.parties.map(({ name, lines }) => [name, ...lines].join(', '))
  const clauses = contract.clauses.map(({ heading, paragraphs }) => ({
    heading,
    texts: paragraphs.map((parts) => parts.map(({ text }) => text).join('')),
  }))
  const signers = contract.signatures.map(({ name }) => `Signature: ${name}. Place and date:`)
  return [{ heading: contract.number, texts: parties }, ...clauses, { heading: 'Signatures', texts: signers }]
}

async function plainPdfkit(contract: ContractDocument): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 62, font: fontPath })
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise((resolve) => doc.on('end', resolve))
  doc.font(fontPath).fontSize(21).text(contract.title)
  for (const { heading, texts } of wordsOf(contract)) {
    doc.fontSize(11).text(heading)
    for (const text of texts) doc.fontSize(9.6).text(text, { lineGap: 3, paragraphGap: 5 })
  }
  doc.end()
  await ended
  return Buffer.concat(parts)
}

function htmlOf(contract: ContractDocument): string {
  const clauses = wordsOf(contract)
    .map(({ heading, texts }) => `<h2>${heading}</h2>${texts.map((text) => `<p>${text}</p>`).join('')}`)
    .join('')
  const style = `@font-face{font-family:n;src:url(file://${fontPath})}body{font:9.6pt/1.5 n}h1{font-size:21pt}h2{font-size:11pt}`
  return `<!doctype html><html lang="en"><style>@page{size:A4;margin:62pt}${style}</style><h1>${contract.title}</h1>${clauses}`
}

const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-'))
const html = join(folder, 'contract.html')
const print = join(folder, 'print.pdf')
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
const page = await browser.newPage()

/** `draw` for so many contracts, in milliseconds for one. */
function each(name: string, count: number, draw: (contract: ContractDocument) => Promise<unknown>): Candidate {
  return {
    name,
    async run() {
      const started = performance.now()
      for (const contract of contracts.slice(0, count)) await draw(contract)
      return { ms: (performance.now() - started) / count }
    },
  }
}

async function keptOpen(contract: ContractDocument): Promise<Uint8Array> {
  // From a file, because a page without an address may not read the font.
  writeFileSync(html, htmlOf(contract))
  await page.goto(`file://${html}`)
  return page.pdf({ preferCSSPageSize: true, tagged: true })
}

async function startedAnew(contract: ContractDocument): Promise<Uint8Array> {
  writeFileSync(html, htmlOf(contract))
  const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-pdf-header-footer']
  execFileSync(chromiumPath(), [...quiet, `--print-to-pdf=${print}`, `file://${html}`], { stdio: 'ignore' })
  return readFileSync(print)
}

const ways = [
  { name: 'pdfkit plainly, font by path', count: documents, draw: plainPdfkit },
  {
    name: 'Troupe: tagged, PDF/A-3, with signature fields and an audit page',
    count: documents,
    draw: async (contract: ContractDocument) => (await renderContract(contract, recordedSample())).bytes,
  },
  { name: 'headless Chromium, kept open, tagged', count: documents, draw: keptOpen },
  { name: 'headless Chromium, started for each document', count: 1, draw: startedAnew },
]
// Nothing is timed before it has run warm, and what came out is looked at.
const looks: ReturnType<typeof lookAt>[] = []
for (const { draw } of ways) {
  for (const contract of contracts.slice(1, 6)) if (draw !== startedAnew) await draw(contract)
  const file = join(folder, 'look.pdf')
  writeFileSync(file, await draw(contracts[0] as ContractDocument))
  looks.push(lookAt(file))
}
const results = await compare(
  ways.map(({ name, count, draw }) => each(name, count, draw)),
  rounds,
)
await browser.close()
printTable(
  `Contract PDFs: ms for one, medians of ${rounds} rounds`,
  ['', 'ms', 'ratio', 'pages', 'fonts embedded'],
  results.map(({ name, medianMs, ratio }, at) => {
    const { pages, fonts } = looks[at] ?? { pages: 0, fonts: '' }
    return [name, medianMs.toFixed(1), ratio.toFixed(2), pages, fonts]
  }),
)
const [plain, ours, kept, anew] = results.map(({ medianMs }) => medianMs) as [number, number, number, number]
const say = (other: string, ms: number, goal: number) =>
  console.log(`Ours is ${(ms / ours).toFixed(1)} × as fast as ${other} (goal ≥ ${goal}: ${verdict(ms / ours >= goal)}).`)
say('pdfkit used plainly', plain, 2.4)
say("headless Chromium's print, kept open", kept, 2.5)
say("headless Chromium's print, started for each document", anew, 2.5)
console.log(loadNow())
rmSync(folder, { recursive: true })

/** Pages, and on how many of them `pdffonts` finds every font embedded. */
function lookAt(file: string): { pages: number; fonts: string } {
  const pages = Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1])
  const embedded = Array.from({ length: pages }, (_, at) => {
    const range = ['-f', String(at + 1), '-l', String(at + 1)]
    const fonts = execFileSync('pdffonts', [...range, file], { encoding: 'utf8' })
      .trimEnd()
      .split('\n')
      .slice(2)
    return fonts.length > 0 && fonts.every((line) => /\byes\s+\w+\s+\w+\s+\d+\s+\d+$/.test(line.trim()))
  })
  return { pages, fonts: `on ${embedded.filter(Boolean).length} of ${pages} pages` }
}
