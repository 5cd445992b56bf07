import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMemory } from '#src/main/shell/memory.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

const bounds = { x: 10, y: 20, width: 1300, height: 900 }

test('what is kept is recalled, each thing by itself, by the next run', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'settings', 'desktop.json')
  openMemory(file).keep({ bounds, isMaximized: false })
  openMemory(file).keep({ workspace: '/home/ana/Troupe' })
  expect(openMemory(file).recall()).toEqual({ bounds, isMaximized: false, workspace: '/home/ana/Troupe' })
  expect(readdirSync(join(folder, 'settings'))).toEqual(['desktop.json'])
})

const spoilt = ['', '{', '[]', '"text"', '{"bounds":{"x":"left"}}', '{"bounds":{"x":0,"y":0,"width":1,"height":1}}']
test.each(spoilt)('a spoilt file (%s) counts as none', (text) => {
  const file = join(temporaryFolder(), 'desktop.json')
  writeFileSync(file, text)
  expect(openMemory(file).recall()).toEqual({})
  openMemory(file).keep({ isMaximized: true })
  expect(openMemory(file).recall()).toEqual({ isMaximized: true })
})

test('a place that is a folder counts as none', () => {
  const file = join(temporaryFolder(), 'desktop.json')
  mkdirSync(file)
  expect(openMemory(file).recall()).toEqual({})
})

test.runIf(process.platform === 'linux')('where the system keeps no files, keeping fails at once and recalling counts as none', () => {
  const memory = openMemory('/proc/troupe/settings/desktop.json')
  expect(() => memory.keep({ isMaximized: true })).toThrow('No folder can be made at that place')
  expect(memory.recall()).toEqual({})
})
