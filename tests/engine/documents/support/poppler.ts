import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Whether poppler's programs are on this machine. */
export const hasPoppler = spawnSync('pdfsig', ['-v']).error === undefined

/** The program that fills pdfsig's store of trusted authorities; "npm test" installs its package (libnss3-tools) where it can. */
const certutil = 'certutil'

export const hasCertutil = spawnSync(certutil, ['-H']).error === undefined

/** Runs `use` with a store of pdfsig's in which `authority` (DER) is trusted. */
export function withTrusted<Result>(authority: Uint8Array, use: (store: string) => Result): Result {
  return withFile(authority, (file) => {
    const store = `sql:${dirname(file)}`
    execFileSync(certutil, ['-N', '-d', store, '--empty-password'])
    execFileSync(certutil, ['-A', '-d', store, '-n', 'authority', '-t', 'CT,CT,CT', '-i', file])
    return use(store)
  })
}

/** Runs one of poppler's programs on a PDF and gives what it printed. */
export function poppler(
  program: 'pdfsig' | 'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdfdetach',
  pdf: Uint8Array,
  options: string[] = [],
): string {
  const output = program === 'pdftotext' ? ['-'] : []
  const settings = { encoding: 'utf8', stdio: 'pipe' } as const
  return withFile(pdf, (file) => execFileSync(program, [...options, file, ...output], settings))
}

/** The text of a PDF as poppler reads it, without its marks of direction, white space as single spaces. */
export function textOf(pdf: Uint8Array, options: string[] = []): string {
  return poppler('pdftotext', pdf, options)
    .replaceAll(/[\u200E\u200F\u202A-\u202E]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** A page as grey pixels, 72 to the inch, so that points are pixels. */
function pixelsOf(pdf: Uint8Array, page: number): { width: number; height: number; grey: Uint8Array } {
  return withFile(pdf, (file) => {
    execFileSync('pdftoppm', ['-r', '72', '-gray', '-f', String(page), '-l', String(page), '-singlefile', file, `${file}-page`])
    const image = readFileSync(`${file}-page.pgm`)
    const [head = '', width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 40)) ?? []
    return { width: Number(width), height: Number(height), grey: new Uint8Array(image.subarray(head.length)) }
  })
}

/** How many pixels in a rectangle (points from the bottom left) are dark. */
export function inkIn(pdf: Uint8Array, page: number, [left, bottom, right, top]: readonly [number, number, number, number]): number {
  const { width, height, grey } = pixelsOf(pdf, page)
  let ink = 0
  for (let y = Math.round(height - top); y < height - bottom; y++) {
    for (let x = Math.round(left); x < right; x++) if ((grey[y * width + x] ?? 255) < 140) ink++
  }
  return ink
}

function withFile<Result>(pdf: Uint8Array, use: (file: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'troupe-pdf-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    return use(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
