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

/** Countersigns for the creator with their name as it stands. */
export async function countersignByTyping(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Let the creator sign' }).click()
  await page.getByRole('radiogroup', { name: 'How to sign' }).getByText('Type', { exact: true }).click()
  await page.getByRole('button', { name: 'Sign contract' }).click()
  await page.getByText('Signed by both', { exact: true }).first().waitFor()
}

/** Saves the version of the contract that is shown. */
export async function savePdf({ page, save }: Troupe, path: string): Promise<void> {
  await save(path, () => page.getByRole('button', { name: 'Save PDF' }).click())
}
