import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { signingDesk } from '../signing-desk.ts'

test('the certificate another agency exported makes its authority known; its signatures count once a person trusts it', async () => {
  const [theirs, ours] = [await signingDesk(), await signingDesk()]
  const { documentId } = await theirs.call.contracts.sign({ id: theirs.id, ...theirs.mira })
  await theirs.call.contracts.saveDocument({ documentId, file: theirs.toWrite('signed.pdf') })
  const { fingerprint } = await theirs.call.identities.exportAuthority({ file: theirs.toWrite('ca.pem') })
  const verdict = async () => (await ours.call.contracts.verify({ file: ours.engine.grants.toRead(theirs.at('signed.pdf')) })).status
  const add = (path: string) => ours.call.contracts.addAuthority({ file: ours.engine.grants.toRead(path) })
  expect(await verdict()).toBe('untrusted')

  const added = await add(theirs.at('ca.pem'))
  expect(added).toMatchObject({ fingerprint, trusted: false, name: 'Harbour Lane signing authority' })
  expect(await verdict()).toBe('untrusted')
  await ours.call.contracts.trustAuthority({ fingerprint })
  expect(await verdict()).toBe('valid')
  expect(await add(theirs.at('ca.pem'))).toMatchObject({ trusted: true, entryId: null })
  expect((await ours.call.contracts.authorities({})).filter((one) => one.fingerprint === fingerprint)).toHaveLength(1)
})

test('a file that is no certificate of an authority is refused, and nothing is kept', async () => {
  const { call, engine, at, toWrite } = await signingDesk()
  await call.identities.exportAuthority({ file: toWrite('ca.pem') })
  const before = await call.contracts.authorities({})
  writeFileSync(at('cut.pem'), readFileSync(at('ca.pem')).subarray(0, 200))
  writeFileSync(at('letter.pem'), 'Dear Ana')
  for (const name of ['cut.pem', 'letter.pem']) {
    await expect(call.contracts.addAuthority({ file: engine.grants.toRead(at(name)) })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  }
  expect(await call.contracts.authorities({})).toEqual(before)
})
