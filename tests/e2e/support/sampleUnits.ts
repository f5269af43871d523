import type { Running } from './app.ts'
import { Clerk } from './clerk.ts'
import { choosesInDialogs } from './dialogs.ts'

/** From the first start to the sample units. */
export async function opensSamples({ page }: Running): Promise<void> {
  await page.click('[data-link="samples"]')
  await page.locator('[data-next]').waitFor({ timeout: 60_000 })
}

/** From wherever one is into the newest year of a unit. */
export async function opensUnit({ page }: Running, name: RegExp): Promise<void> {
  await new Clerk(page).tab('home')
  await page.getByRole('region', { name }).locator('.unit-now .btn').click()
  await page.waitForSelector('[data-form]')
}

/** To the seal of the open filing, with the folder chosen in the dialog; ready to be pressed. */
export async function preparesSeal({ app, page }: Running, folder: string): Promise<void> {
  await new Clerk(page).tab('seal')
  await choosesInDialogs(app, [folder])
  await page.locator('[data-folder] + button').click()
  await page.locator(`[data-folder="${folder}"]`).waitFor()
  await page.locator('[data-seal-go]:not([disabled])').waitFor({ timeout: 60_000 })
}

/** Seals and waits for the receipt code. */
export async function presses({ page }: Running): Promise<string> {
  await page.click('[data-seal-go]')
  const receipt = page.locator('[data-receipt]')
  await receipt.waitFor({ timeout: 120_000 })
  return (await receipt.getAttribute('data-receipt')) ?? ''
}
