import { expect, test } from 'vitest'
import { unreadable, unwritable } from '#src/main/engine/file-errors.ts'
import { TroupeError } from '#src/shared/contract/errors.ts'

const raw = (code: string) => Object.assign(new Error(`${code}: no such thing, open '/secret/place'`), { code })

test.each([
  ['ENOENT', 'FILE_MISSING', 'list.csv cannot be read: there is no such file.'],
  ['EISDIR', 'FILE_IS_DIRECTORY', 'list.csv cannot be read: it is a folder; choose a file.'],
  ['EACCES', 'FILE_UNREADABLE', 'list.csv cannot be read: this user may not read it.'],
  ['EIO', 'FILE_UNREADABLE', 'list.csv cannot be read: its disk is failing or no longer there.'],
  ['EUNHEARDOF', 'FILE_UNREADABLE', 'list.csv cannot be read: the system does not give it out.'],
])('reading that ends with %s is told as %s', (code, ours, message) => {
  expect(unreadable('list.csv', raw(code))).toMatchObject({ name: 'TroupeError', code: ours, message, data: { cause: code } })
})

test.each([
  ['ENOSPC', 'DISK_FULL', 'kit.pdf cannot be written: the disk is full. Nothing was written.'],
  ['SQLITE_FULL', 'DISK_FULL', 'kit.pdf cannot be written: the disk is full. Nothing was written.'],
  ['EROFS', 'READ_ONLY', 'kit.pdf cannot be written: the disk there can only be read. Nothing was written.'],
  ['ENOENT', 'FILE_UNWRITABLE', 'kit.pdf cannot be written: there is no such folder. Nothing was written.'],
  ['EUNHEARDOF', 'FILE_UNWRITABLE', 'kit.pdf cannot be written: the system does not take it. Nothing was written.'],
])('writing that ends with %s is told as %s', (code, ours, message) => {
  expect(unwritable('kit.pdf', raw(code))).toMatchObject({ name: 'TroupeError', code: ours, message, data: { cause: code } })
})

test('what is no failure of the file comes back as it is, and a broken database as such', () => {
  const [refusal, bug] = [new TroupeError('CANCELLED'), new TypeError('x is not a function')]
  for (const error of [refusal, bug, null]) expect([unreadable('a', error), unwritable('a', error)]).toEqual([error, error])
  expect(unwritable('a', raw('SQLITE_CORRUPT'))).toMatchObject({ code: 'WORKSPACE_INVALID' })
  const early = raw('ERR_STREAM_PREMATURE_CLOSE')
  expect(unwritable('a', early)).toBe(early)
})
