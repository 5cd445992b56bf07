import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin, type Rolldown } from 'vite'

const sources = join(import.meta.dirname, 'src', 'signing-page')
/** What the engine fills in for each contract. */
const filledLater = new Set(['language', 'title', 'opening', 'wait', 'howTo', 'data', 'pdf'])
/** What runs once the small program has found out that the browser is new enough. */
const newest = ['chrome121', 'firefox121', 'safari17']
const place = /%%(\w+)%%/g
/** Space around a place that is alone in its element: a formatter's, and no part of what the policy has the fingerprint of. */
const spaceAround = /(?<=>)\s*(%%\w+%%)\s*(?=<\/)/g

/** Builds the page that creators sign on: one HTML file with everything in it, `template.html` in `folder`. Programs lie in it packed (gzip,
 *  base64), which takes off nearly two thirds; a small one unpacks them. The policy names the fingerprint of each, so that the browser
 *  runs these and nothing else. */
export async function buildSigningPage(folder: string): Promise<void> {
  const boot = await bundle('boot.ts', 'iife', 'es2019')
  const page = await bundle('main.ts', 'es', newest)
  const worker = await bundle('document/worker.ts', 'iife', newest)
  const parts: Record<string, string> = {
    policy: policyOf([boot.script, page.script, worker.script], boot.style),
    style: boot.style,
    worker: packed(worker.script),
    page: packed(page.script),
    boot: boot.script,
  }
  const template = readFileSync(join(sources, 'template.html'), 'utf8').replaceAll(spaceAround, '$1')
  const filled = template.replaceAll(place, (whole, name: string) => parts[name] ?? whole)
  const left = Array.from(filled.matchAll(place), ([, name = '']) => name)
  const stray = left.filter((name) => !filledLater.has(name))
  if (stray.length > 0) throw new Error(`Nothing fills these places of the signing page: ${stray.join(', ')}.`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'template.html'), filled)
}

/** What the engine lends to the page has to run in a browser, however it is reached. */
const withoutNode: Plugin = {
  name: 'without-node',
  enforce: 'pre',
  resolveId(id, importer) {
    if (isBuiltin(id) && importer?.includes('/src/')) throw new Error(`${importer} imports ${id}, which no browser has.`)
  },
}

async function bundle(entry: string, format: 'es' | 'iife', target: string | string[]): Promise<{ script: string; style: string }> {
  const built = (await build({
    configFile: false,
    root: sources,
    logLevel: 'error',
    plugins: [withoutNode],
    build: {
      write: false,
      target,
      cssTarget: newest,
      cssCodeSplit: false,
      minify: true,
      modulePreload: false,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: { input: join(sources, entry), output: { format, codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput
  const chunks = built.output.filter((part) => part.type === 'chunk')
  if (chunks.length !== 1) throw new Error(`${entry} was built into ${chunks.length} files; the page takes one.`)
  const style = built.output.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'))
  return { script: withoutMap(chunks[0]?.code ?? ''), style: style?.type === 'asset' ? String(style.source).trim() : '' }
}

function policyOf(scripts: readonly string[], style: string): string {
  const rules = [
    "default-src 'none'",
    `script-src ${scripts.map(fingerprint).join(' ')}`,
    `style-src ${fingerprint(style)}`,
    'worker-src blob:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ]
  return rules.join('; ')
}

function fingerprint(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function packed(text: string): string {
  return gzipSync(text, { level: 9 }).toString('base64')
}

function withoutMap(script: string): string {
  return script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '').trim()
}
