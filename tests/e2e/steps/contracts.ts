import type { Locator, Page } from 'playwright-core'
import type { Troupe } from '../support/launch.ts'

/** The pages of the PDF that is shown. */
export function paper(page: Page): Locator {
  return page.getByRole('document', { name: /^Contract / })
}

/** Signs for the agency with a stroke of the mouse. */
export async function signByDrawing(page: Page, signer: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign for the agency' }).click()
  await page.getByRole('textbox', { name: 'Who signs for the agency' }).fill(signer)
  const pad = await page.getByRole('img', { name: /^Signature pad/ }).boundingBox()
  if (!pad) throw new Error('There is no pad to sign on.')
  const at = (x: number, y: number) => [pad.x + x * pad.width, pad.y + y * pad.height] as const
  await page.mouse.move(...at(0.1, 0.6))
  await page.mouse.down()
  const stroke = [
    [0.25, 0.2],
    [0.3, 0.75],
    [0.45, 0.3],
    [0.6, 0.7],
    [0.9, 0.45],
  ] as const
  for (const [x, y] of stroke) await page.mouse.move(...at(x, y), { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Sign contract' }).click()
  await page.getByText('Signed by agency', { exact: true }).waitFor()
}

/** Signs for the agency with the name that is suggested, typed. */
export async function signByTyping(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sign for the agency' }).click()
  await page.getByRole('radiogroup', { name: 'How to sign' }).getByText('Type', { exact: true }).click()
  await page.getByRole('button', { name: 'Sign contract' }).click()
  await page.getByRole('alert').filter({ hasText: 'Signed for the agency' }).waitFor()
}

const code = 'sesame 42'

/** Gives the computer to the creator: from here on the window shows their contract and nothing else. */
export async function giveComputer(page: Page, identified = 'Known in person'): Promise<void> {
  await page.getByRole('link', { name: 'Let the creator sign' }).click()
  await page.getByRole('combobox', { name: 'How you know who they are' }).fill(identified)
  await page.getByRole('textbox', { name: 'Code to come back' }).fill(code)
  await page.getByRole('button', { name: 'Hand over' }).click()
  await page.getByRole('main', { name: 'Sign your contract' }).waitFor()
}

/** The creator reads, types their name as it stands, agrees and signs. */
export async function signAsCreator(page: Page): Promise<void> {
  await paper(page).locator('span').first().waitFor()
  await page.getByRole('button', { name: 'I have read the contract' }).click()
  await page.getByRole('radiogroup', { name: 'How to sign' }).getByText('Type', { exact: true }).click()
  await page.getByRole('checkbox', { name: /^I agree to this contract/ }).check()
  await page.getByRole('button', { name: 'Sign contract' }).click()
  await page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
}

/** The agency takes its computer back. */
export async function takeComputerBack(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Code of the agency' }).fill(code)
  await page.getByRole('button', { name: 'Back to Troupe' }).click()
  await page.getByRole('navigation', { name: 'Pages' }).waitFor()
}

/** Countersigns for the creator in person, with their name as it stands. */
export async function countersignByTyping(page: Page): Promise<void> {
  await giveComputer(page)
  await signAsCreator(page)
  await takeComputerBack(page)
  await page.getByText('Signed by both', { exact: true }).first().waitFor()
}

/** Saves the version of the contract that is shown. */
export async function savePdf({ page, save }: Troupe, path: string): Promise<void> {
  await save(path, () => page.getByRole('button', { name: 'Save PDF' }).click())
}
