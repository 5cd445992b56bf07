import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { goTo, settled } from './support/going.ts'
import { openTroupe } from './support/launch.ts'

test('a need finds creators with reasons, who become a shortlist; one leads to others alike; a list gives up advocates', async () => {
  const ids = { campaign: '', ana: '' }
  const troupe = await openTroupe('in the browser', {
    seed: async (call) => {
      const add = async (name: string, niches: string[], followers: number) => {
        const accounts = [{ platform: 'instagram', handle: name.toLowerCase().replace(' ', '.'), values: { followers, avgLikes: 300 } }]
        return (await call.creators.create({ name, niches, country: 'Portugal', accounts })).id
      }
      ids.ana = await add('Ana Martins', ['Tea', 'Cake'], 6000)
      await add('Bo Berg', ['Tea'], 7000)
      await add('Cy Castro', ['Tea'], 40_000)
      await add('Di Dorn', ['Cars'], 6000)
      const { id: clientId } = await call.clients.create({ name: 'Nordlicht', industry: 'Tea' })
      ids.campaign = (await call.campaigns.create({ name: 'Spring', clientId })).id
      await call.briefs.save({ campaignId: ids.campaign, changes: { goal: 'Cake and company' } })
    },
  })
  const { page, folders, watch, pick } = troupe
  await goTo(page, `/campaigns/${ids.campaign}/creators`)
  await page.getByRole('link', { name: 'Find creators' }).click()
  await page.getByText('Niches of your roster that the brief or the client’s industry names: Tea and Cake.').waitFor()
  const list = page.getByRole('grid', { name: 'Creators who fit' })
  await list.getByRole('row', { name: /Ana Martins/ }).waitFor()
  expect(await list.getByRole('row').count()).toBe(4)

  await page.getByRole('textbox', { name: 'Nano' }).fill('1')
  await list.getByRole('row', { name: /Ana Martins.*1 of 1/ }).waitFor()
  await page.getByRole('button', { name: '2 left out' }).click()
  await page.getByText('1 creator not nano').waitFor()
  await page.keyboard.press('Escape')
  const weight = page.getByRole('slider', { name: 'Weight of relevance' })
  await weight.press('ArrowLeft')
  await page.getByRole('button', { name: 'Use the usual weights' }).click()

  await list.getByText('Ana Martins').click()
  const why = page.getByRole('complementary', { name: 'Why Ana Martins' })
  await why.getByText('2 of your 2 among their niches: Tea, Cake.').waitFor()
  await settled(page)
  expect(await violations(page)).toEqual([])
  await why.getByRole('button', { name: 'Close the panel' }).click()

  await page.getByRole('button', { name: 'Select the mix: 1 creator' }).click()
  await page.getByRole('button', { name: 'Save as shortlist' }).click()
  await page.getByRole('textbox', { name: 'Name of the shortlist' }).fill('Spring nanos')
  await page.getByRole('button', { name: 'Save 1 creator' }).click()
  await page.getByText('Saved the shortlist Spring nanos').waitFor()

  await goTo(page, `/roster/${ids.ana}`)
  await page.getByRole('button', { name: 'More for this creator' }).click()
  await page.getByRole('menuitem', { name: 'Find creators like this one' }).click()
  await page.getByRole('grid', { name: 'Creators alike' }).getByText('Bo Berg').click()
  await page.getByText('1 of 2 niches in common: Tea.').last().waitFor()
  expect(await violations(page)).toEqual([])

  const mentions = join(folders.root, 'mentions.csv')
  writeFileSync(mentions, 'Platform;Handle;Followers;Text\nInstagram;@ana.martins;6000;Lovely tea\nInstagram;@new.fan;900;Best tea ever\n')
  await goTo(page, '/match/advocates')
  await pick(mentions, () => page.getByRole('button', { name: 'Choose a file' }).click())
  await page.getByRole('grid', { name: 'On the roster' }).getByText('Ana Martins').waitFor()
  await page.getByRole('tab', { name: 'Unknown handles 1' }).click()
  await page.getByRole('checkbox', { name: 'Select new.fan' }).click()
  await page.getByRole('button', { name: 'Take over' }).click()
  await page.getByPlaceholder('Choose, or type a new name').fill('Nord')
  await page.getByRole('option', { name: 'Nordlicht' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Take over 1 advocate' }).click()
  await page.getByText(/Added 1 creator, tagged 0 creators/).waitFor()
  expect(watch.takeErrors()).toEqual([])
})
