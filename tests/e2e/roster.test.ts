import { describe, expect, test } from 'vitest'
import { doors, openTroupe } from './support/launch.ts'
import type { Seed } from './support/workspace.ts'

const scriptName = '<img src=x onerror="window.hacked=true"><script>window.hacked=true</script>'
const people = [
  ['Ana Martins', 'ana.cooks', 8200],
  [scriptName, 'bobby', 12_400],
  ['Юлия 한지민 王 سارة', 'yulia', 23_400],
] as const

const threeCreators: Seed = async (call) => {
  for (const [name, handle, followers] of people) {
    await call.creators.create({ name, accounts: [{ platform: 'instagram', handle, values: { followers } }] })
  }
}

describe.each(doors)('the roster %s', (door) => {
  test('shows names as text, and answers again after the engine was killed', async () => {
    const { page, killEngine } = await openTroupe(door, { seed: threeCreators })
    const row = (name: string) => page.getByText(name, { exact: true }).first()
    await page.getByRole('link', { name: 'Roster' }).click()
    for (const [name] of people) await row(name).waitFor()
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    await killEngine()
    await page
      .getByPlaceholder(/search/i)
      .first()
      .fill('yulia')
    await row('Ana Martins').waitFor({ state: 'hidden' })
    await row('Юлия 한지민 王 سارة').waitFor()
  })
})
