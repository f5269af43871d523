import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from './app.ts'

/** Where the pictures of the manual are. */
export const pictures = join(root, 'docs', 'screens')

/** What differs from run to run although the screen is the same, and what stands in its place. */
const passing: readonly (readonly [pattern: string, instead: string])[] = [
  [String.raw`\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}(:\d{2})?`, '2027-03-10 10:30'],
  [String.raw`\b\d{1,2}:\d{2}:\d{2}\b`, '10:30:00'],
  [String.raw`\b\d{1,2}:\d{2}\b`, '10:30'],
  [String.raw`/\S*/jianbao-[\w-]+`, '/home/user/jianbao'],
  // Receipt codes and digests: sample units seal with the keys of this computer.
  [String.raw`\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}\b`, 'CBN5-H7AH-01'],
  [String.raw`\b(?:[0-9a-f]{4}[ ]?){4,16}\b`, '3f9c 21b8 7d4e 06a5'],
]

/** Takes a picture of the window in which clocks stand still, so that an unchanged screen gives an unchanged file. */
export async function takesPicture(page: Page, name: string): Promise<void> {
  const changed = await page.evaluateHandle((list) => {
    const before: [Text, string][] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode() as Text | null; node; node = walk.nextNode() as Text | null) {
      const now = list.reduce((text, [pattern, instead]) => text.replaceAll(new RegExp(pattern, 'g'), instead), node.data)
      if (now !== node.data) { before.push([node, node.data]); node.data = now }
    }
    return before
  }, passing)
  try {
    await page.screenshot({ path: join(pictures, `${name}.png`) })
  } finally {
    await changed.evaluate((before) => { for (const [node, text] of before) node.data = text })
  }
}
