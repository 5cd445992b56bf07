import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openGrants } from '#src/main/engine/grants.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

test('what is not an ordinary file is never replaced', async () => {
  const grants = openGrants()
  await expect(grants.writeBytes(grants.toWrite('/dev/null'), 'x')).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' })
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  await expect(grants.writeBytes(grants.toWrite(temporaryFolder()), 'x')).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' })
})
