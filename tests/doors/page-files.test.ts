import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPageFile } from '#src/main/doors/page-files.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

function pageFolder(): string {
  const folder = temporaryFolder()
  const root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  writeFileSync(join(root, 'assets', 'index-1a2b.js'), 'export {}')
  writeFileSync(join(root, 'assets', 'with space.css'), 'p {}')
  writeFileSync(join(root, 'assets', 'notes.txt'), 'not of the page')
  writeFileSync(join(folder, 'secret.json'), '{}')
  mkdirSync(join(folder, 'renderer-of-another'))
  writeFileSync(join(folder, 'renderer-of-another', 'index.html'), 'another page')
  return root
}

test.each([
  ['/', 'text/html; charset=utf-8', '<!doctype html>'],
  ['/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
  ['/assets/index-1a2b.js', 'text/javascript; charset=utf-8', 'export {}'],
  ['/assets/with%20space.css', 'text/css; charset=utf-8', 'p {}'],
])('%s is a part of the page', async (pathname, mediaType, text) => {
  const file = await readPageFile(pageFolder(), pathname)
  expect(file?.mediaType).toBe(mediaType)
  expect(file?.bytes.toString()).toBe(text)
})

test.each([
  '/../secret.json',
  '/..%2fsecret.json',
  '/%2e%2e/secret.json',
  '/assets/../../secret.json',
  '/..\\secret.json',
  '/%2e%2e%5csecret.json',
  '/../renderer-of-another/index.html',
  '//etc/passwd',
  '/index.html%00.js',
  '/%',
  '',
  'index.html',
  '/assets',
  '/assets/',
  '/assets/notes.txt',
  '/missing.js',
  '/C:/secret.json',
  `/${'a'.repeat(5000)}.js`,
])('%s leads nowhere', async (pathname) => {
  expect(await readPageFile(pageFolder(), pathname)).toBeNull()
})

test('a page folder reached by another name serves as well', async () => {
  const root = pageFolder()
  const other = join(root, '..', 'by-another-name')
  symlinkSync(root, other)
  expect((await readPageFile(other, '/'))?.bytes.toString()).toBe('<!doctype html>')
})
