// Contract PDFs. Yardstick: the same words set by pdfkit used plainly, its font given by path (= 1). Goals of the performance page: at least 2.4 times as fast
// as that and 2.5 times as fast as headless Chromium's print; fonts embedded on every page.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { chromium } from 'playwright-core'
import type { ContractDocument } from '#src/main/engine/documents/contract/types.ts'
import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import { sampleContract } from '#tests/engine/documents/support/sample.ts'
import { chromiumPath } from '#tests/support/electron-stand-in/chromium.ts'
import { compare, printTable, resultRows, type Candidate } from './harness.ts'

const documents = 8
const rounds = 5
const fontPath = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')

const contracts = Array.from({ length: documents }, (_, i): ContractDocument => ({
  ...sampleContract(),
  number: `2026-${String(i + 1).padStart(4, '0')}`,
}))
const wordsOf = (contract: ContractDocument) =>
  contract.clauses.map(({ heading, paragraphs }) => ({ heading, texts: paragraphs.map((parts) => parts.map(({ text }) => text).join('')) }))

async function plainPdfkit(contract: ContractDocument): Promise<Buffer> {
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

function pageOf(contract: ContractDocument): string {
  const clauses = wordsOf(contract)
    .map(({ heading, texts }) => `<h2>${heading}</h2>${texts.map((text) => `<p>${text}</p>`).join('')}`)
    .join('')
  return `<!doctype html><style>@font-face{font-family:n;src:url(file://${fontPath})}body{font:9.6pt/1.5 n}</style><h1>${contract.title}</h1>${clauses}`
}

const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-'))
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
const page = await browser.newPage()
const all = (draw: (contract: ContractDocument) => Promise<unknown>) => async () => {
  for (const contract of contracts) await draw(contract)
}
const ours: Candidate = {
  name: 'Troupe, tagged, with fallback fonts',
  async run() {
    await all(renderContract)()
    return { mb: process.memoryUsage().rss / 1e6 }
  },
}
const results = await compare(
  [
    { name: 'pdfkit plainly, font by path', run: all(plainPdfkit) },
    ours,
    {
      name: 'headless Chromium, started for each document',
      run: all(async (contract) => {
        writeFileSync(join(folder, 'contract.html'), pageOf(contract))
        execFileSync(
          chromiumPath(),
          [
            '--headless',
            '--no-sandbox',
            '--disable-gpu',
            '--disable-background-networking',
            `--print-to-pdf=${join(folder, 'print.pdf')}`,
            join(folder, 'contract.html'),
          ],
          { stdio: 'ignore' },
        )
      }),
    },
    {
      name: 'headless Chromium, kept open',
      run: all(async (contract) => {
        await page.setContent(pageOf(contract))
        await page.pdf({ format: 'A4' })
      }),
    },
  ],
  rounds,
)
await browser.close()

const { pages, bytes } = await renderContract(contracts[0] as ContractDocument)
printTable(
  `Contract PDFs: ${documents} documents of ${pages} pages, medians of ${rounds} rounds`,
  ['', 'ms', 'ratio', 'MB'],
  resultRows(results),
)
const [plain, troupe, print, kept] = results.map(({ medianMs }) => medianMs) as [number, number, number, number]
console.log(
  `Ours is ${(plain / troupe).toFixed(1)} × as fast as pdfkit used plainly (goal 2.4) and ${(print / troupe).toFixed(1)} × as fast as Chromium's print (goal 2.5; ${(print / kept).toFixed(1)} × of that is starting Chromium, ours is ${(kept / troupe).toFixed(1)} × as fast as one kept open).`,
)

writeFileSync(join(folder, 'contract.pdf'), bytes)
const fonts = execFileSync('pdffonts', [join(folder, 'contract.pdf')], { encoding: 'utf8' })
  .trimEnd()
  .split('\n')
  .slice(2)
const embedded = fonts.filter((line) => /\byes\s+\w+\s+\w+\s+\d+\s+\d+$/.test(line.trim())).length
console.log(`Fonts embedded: ${embedded} of ${fonts.length} (pdffonts).`)
rmSync(folder, { recursive: true })
