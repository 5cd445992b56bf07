import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RunningApp } from '#tests/support/electron-stand-in/launch.ts'
import { smallAgency } from '#tests/support/thread.ts'
import { desktopRunsOn } from '../support/desktop.ts'
import type { Seed } from '../support/workspace.ts'
import { callFromPage } from './engine-line.ts'
import { openDesktop } from './open-desktop.ts'

const twoContracts: Seed = async (call, engine) => {
  const { ports } = engine.contextFor('test')
  const { collaborationIds } = await smallAgency({ call, engine, ports, folder: '' })
  await call.contracts.create({ collaborationIds })
}

// Whether Electron finds a keychain depends on the computer; the stand-in has one, or has none when it is told so.
test.skipIf(desktopRunsOn === 'Electron').each([
  ['the keychain where there is one', {}, true],
  ['a key file where there is no keychain', { TROUPE_STAND_IN_KEYCHAIN: 'none' }, false],
])('signing keys are sealed and opened again by %s', async (_where, env, hasKeychain) => {
  const { app, page, folders } = await openDesktop({ seed: twoContracts, env })
  const made = (await callFromPage(page, 'contracts.list', {}))?.json as { id: string }[]
  for (const [number, signerName] of ['Mira Sommer', 'Jonas Winter'].entries()) {
    const signed = await callFromPage(page, 'contracts.sign', { id: made[number]!.id, signerName })
    expect(signed).toMatchObject({ json: { status: 'signed by one' } })
  }
  expect(await wordsAbout(app)).toContain(hasKeychain ? 'in the keychain of this computer' : 'in a key file')
  await app.close()
  const db = new Database(join(folders.workspace, 'workspace.sqlite'), { readonly: true })
  const sealed = db.prepare('SELECT sealed FROM sealed_key').pluck().all() as string[]
  const authorities = db.prepare("SELECT count(*) FROM signing_identity WHERE kind = 'authority'").pluck().get()
  db.close()
  // The second signature opened the authority's key; had it not, there would be a second authority.
  expect(authorities).toBe(1)
  expect(sealed).toHaveLength(3)
  expect(sealed.map((text) => text.startsWith('keychain:'))).toEqual(sealed.map(() => hasKeychain))
  expect(existsSync(join(folders.config, 'sealing.key'))).toBe(!hasKeychain)
})

async function wordsAbout(app: RunningApp): Promise<string> {
  return app.evaluate(
    ({ dialog, Menu }) =>
      new Promise<string>((resolve) => {
        dialog.showMessageBox = (async (_window: unknown, { detail }: { detail: string }) => {
          resolve(detail)
          return { response: 0, checkboxChecked: false }
        }) as unknown as typeof dialog.showMessageBox
        Menu.getApplicationMenu()?.getMenuItemById('about')?.click()
      }),
  )
}
