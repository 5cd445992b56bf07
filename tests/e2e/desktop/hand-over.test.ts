import { expect, test } from 'vitest'
import { giveComputer, signAsCreator, takeComputerBack } from '../steps/contracts.ts'
import { goTo } from '../support/going.ts'
import { openDesktop } from './open-desktop.ts'

test('while the window is handed over, the application has no menu that leads out of the contract', async () => {
  const ids = { contract: '' }
  const { app, page } = await openDesktop({
    seed: async (call) => {
      const client = await call.clients.create({ name: 'Oat & Ember' })
      const campaign = await call.campaigns.create({ clientId: client.id, name: 'Spring breakfast' })
      const creator = await call.creators.create({ name: 'Ana Martins' })
      const { added } = await call.campaigns.addCreators({ id: campaign.id, creatorIds: [creator.id] })
      ids.contract = (await call.contracts.create({ collaborationIds: added })).ids[0]!
    },
  })
  const canOpenAnother = () => app.evaluate(({ Menu }) => Boolean(Menu.getApplicationMenu()?.getMenuItemById('open-workspace')))
  expect(await canOpenAnother()).toBe(true)
  await goTo(page, `/contracts/${ids.contract}`)
  await giveComputer(page)
  await expect.poll(canOpenAnother).toBe(false)
  await page.reload()
  await page.getByRole('button', { name: 'I have read the contract' }).waitFor()
  expect(await canOpenAnother()).toBe(false)
  await signAsCreator(page)
  await takeComputerBack(page)
  await expect.poll(canOpenAnother).toBe(true)
})
