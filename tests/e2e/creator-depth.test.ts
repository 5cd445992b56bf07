import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { goTo } from './support/going.ts'
import { openTroupe } from './support/launch.ts'

test('an audience is imported and filtered by, and two creators who are one are merged and parted again', async () => {
  const ids = { creator: '' }
  const { page, folders, pick, watch } = await openTroupe('in the browser', {
    seed: async (call) => {
      const someone = (name: string, platform: string, handle: string) =>
        call.creators.create({ name, email: 'ana@mail.example', accounts: [{ platform, handle, values: { followers: 5000 } }] })
      ids.creator = (await someone('Ana Pérez', 'instagram', 'ana.cooks')).id
      await someone('Ana P.', 'tiktok', 'ana_cooks')
    },
  })
  const file = join(folders.root, 'audience.csv')
  writeFileSync(file, 'Top countries\nGermany,Austria\n61.4,12.3\n')
  await goTo(page, `/roster/${ids.creator}`)
  await page.getByRole('tab', { name: 'Audience' }).click()
  await pick(file, () =>
    page.getByRole('region', { name: 'Drop the platform’s export here' }).getByRole('button', { name: 'Choose a file' }).click(),
  )
  await page.getByRole('row', { name: /^Germany.*61\.4%$/ }).waitFor()
  await page.getByRole('tab', { name: 'Profile' }).click()
  await page.getByRole('form', { name: 'New contact' }).getByRole('textbox', { name: 'Contact' }).fill('agent@mail.example')
  await page.getByRole('button', { name: 'Add contact' }).click()
  await page.getByRole('listitem').getByText('agent@mail.example').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Close the panel' }).click()
  await page.getByRole('checkbox', { name: /^Germany/ }).check()
  await page.getByText('Germany: 30% or more').waitFor()
  await page.getByRole('gridcell', { name: 'Ana Pérez @ana.cooks' }).waitFor()
  await page.getByRole('gridcell', { name: 'Ana P. @ana_cooks' }).waitFor({ state: 'detached' })

  await goTo(page, '/roster/duplicates')
  const pair = page.getByRole('article')
  await pair.getByText('Both have the e-mail address ana@mail.example.').waitFor()
  expect(await violations(page)).toEqual([])
  await pair.getByRole('radio', { name: 'Keep Ana Pérez' }).check()
  await pair.getByRole('button', { name: 'Merge into Ana Pérez' }).click()
  await page.getByText('No two creators look like the same').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await pair.getByRole('button', { name: 'Not the same' }).click()
  await page.getByText('No two creators look like the same').waitFor()
  expect(watch.takeErrors()).toEqual([])
})
