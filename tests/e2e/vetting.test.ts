import { expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { goTo } from './support/going.ts'
import { openTroupe } from './support/launch.ts'

test('a selection is vetted: signals open to their rows, a pasted sample moves them, the checklist leads to a decision', async () => {
  const { page, watch } = await openTroupe('in the browser', {
    seed: async (call) => {
      for (const [at, name] of ['Ana Pérez', 'Bo Lind', 'Cy Adler', 'Di Holm', 'Ed Ruiz', 'Flo Kern'].entries()) {
        const values = { followers: 20_000, following: 300, avgLikes: 700 + 30 * at, avgComments: 30 }
        await call.creators.create({ name, accounts: [{ platform: 'instagram', handle: `creator${at}`, values }] })
      }
    },
  })
  await goTo(page, '/roster')
  for (const name of ['Ana Pérez', 'Bo Lind'])
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('checkbox')
      .check()
  await page.getByRole('button', { name: 'Vet', exact: true }).click()
  await page.getByText('0 of 28 questions answered in 2 reviews').waitFor()
  await page.getByRole('link', { name: /Ana Pérez/ }).click()

  const panel = page.getByRole('complementary', { name: 'Ana Pérez' })
  const part = (name: string) => panel.getByRole('region', { name, exact: true })
  await part('Credibility').getByRole('status').filter({ hasText: '100 of 100' }).waitFor()
  const engagement = part('Signals').getByRole('button', { name: /^Engagement Fine 3\.7%/ })
  await engagement.click()
  await part('Signals').getByText('6 micro peers of the roster on this platform').waitFor()
  await part('Signals')
    .getByRole('row', { name: /20,000 followers, 700 likes, 30 comments/ })
    .waitFor()

  await part('Samples').getByRole('button', { name: 'Add a sample' }).click()
  const comments = [
    ...Array.from({ length: 15 }, (_, at) => `Where did you find lamp number ${at}?`),
    ...Array.from({ length: 15 }, (_, at) => `Subscribe to my channel number ${at} please`),
  ]
  await part('Samples').getByLabel('Paste comments, one to a line').fill(comments.join('\n'))
  await part('Samples').getByRole('button', { name: 'Judge what is pasted' }).click()
  await part('Samples').getByText('30 comments judged, 50.0% promotional or spam; 15 genuine.').waitFor()
  await part('Signals')
    .getByRole('button', { name: /^Comments Red flag 50\.0%/ })
    .waitFor()
  await part('Samples').getByRole('button', { name: 'Show each row' }).click()
  await part('Samples').getByText('Subscribe to my channel number 0 please').waitFor()

  await panel.getByLabel('Answer: Do comments answer the post, instead of repeating or advertising?').click()
  await page.getByRole('option', { name: 'Red flag' }).click()
  await part('Review').getByText('1 of 14 questions answered').waitFor()
  await panel.getByRole('combobox', { name: 'Decision' }).click()
  await page.getByRole('option', { name: 'Reject' }).click()
  await panel.getByLabel('Reason').fill('Half of the comments advertise.')
  expect(await violations(page)).toEqual([])
  await panel.getByRole('button', { name: 'Record the decision' }).click()
  await part('Decided before').getByText('Half of the comments advertise.').waitFor()
  await part('Decided before')
    .getByText(/credibility 60/)
    .waitFor()
  await part('Decided before').getByRole('button', { name: 'Show what was seen' }).click()
  await part('Decided before')
    .getByRole('button', { name: /^Comments Red flag/ })
    .waitFor()
  await panel.getByRole('link', { name: 'Next: Bo Lind' }).click()
  await page.getByRole('complementary', { name: 'Bo Lind' }).getByText('0 of 14 questions answered').waitFor()
  expect(await violations(page)).toEqual([])
  expect(watch.takeErrors()).toEqual([])
})
