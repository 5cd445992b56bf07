import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'

/** One file of the built page. */
export interface PageFile {
  bytes: Buffer<ArrayBuffer>
  mediaType: string
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
}

/** The file of the page at `pathname` (as it stands in an address, still escaped) under the folder `root`; null where there is none, where
 *  its ending is not one a page has, and for every way out of the folder. */
export async function readPageFile(root: string, pathname: string): Promise<PageFile | null> {
  const path = pathInside(root, pathname)
  const mediaType = path && mediaTypes[extname(path).toLowerCase()]
  if (!path || !mediaType) return null
  try {
    return { bytes: await readFile(path), mediaType }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG') return null
    throw error
  }
}

function pathInside(root: string, pathname: string): string | null {
  const plain = unescaped(pathname)
  if (plain === null || /[\0\\:]/.test(plain)) return null
  const folder = resolve(root)
  const path = resolve(folder, `.${plain === '/' ? '/index.html' : plain}`)
  return plain.startsWith('/') && path.startsWith(folder + sep) ? path : null
}

function unescaped(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
