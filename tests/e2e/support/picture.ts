import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { qrSvg } from '../../../electron/handlers/qr.ts'
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
  ...days(),
]

/** This computer's day and the days around it, as the screens write them. */
function days(): readonly (readonly [string, string])[] {
  const around = (by: number): readonly [string, string] => {
    const at = (from: number): string => new Date(from + by * 86_400_000).toLocaleDateString('sv-SE')
    return [at(Date.now()), at(Date.parse('2027-03-10T04:00:00Z'))]
  }
  return [-1, 0, 1, 10].map(around).flatMap(([day, instead]) => [[day, instead], [day.replaceAll('-', ''), instead.replaceAll('-', '')]] as const)
}

const qr = qrSvg(`JB1|91330114MAY0A1K2XU-00|2026|1|CBN5-H7AH-01|${'3f9c21b87d4e06a5'.repeat(4)}`)

/** Takes a picture of the window in which clocks stand still and proofs are always the same, so that an unchanged screen gives an unchanged file. */
export async function takesPicture(page: Page, name: string): Promise<void> {
  const undo = await page.evaluateHandle(({ list, code }) => {
    const before: (() => void)[] = []
    const swap = (now: string, next: string, put: (text: string) => void): void => {
      if (now === next) return
      put(next)
      before.push(() => put(now))
    }
    const instead = (text: string): string => list.reduce((all, [pattern, word]) => all.replaceAll(new RegExp(pattern, 'g'), word), text)
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode() as Text | null; node; node = walk.nextNode() as Text | null) {
      const text = node
      swap(text.data, text.parentElement?.matches('.next-days > .next-number') ? '9' : instead(text.data), (data) => { text.data = data })
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input:not([data-cell])')) swap(field.value, instead(field.value), (value) => { field.value = value })
    for (const drawn of document.querySelectorAll('.seal-qr svg')) swap(drawn.outerHTML, code, (html) => {
      const made = new DOMParser().parseFromString(html, 'text/html').querySelector('svg')
      drawn.innerHTML = made?.innerHTML ?? ''
      drawn.setAttribute('viewBox', made?.getAttribute('viewBox') ?? '')
    })
    return before
  }, { list: passing, code: qr })
  try {
    await keeps(page, join(pictures, `${name}.png`), await page.screenshot())
  } finally {
    await undo.evaluate((before) => { for (const each of before) each() })
  }
}

/** Writes a picture unless the one that is there shows the same: a letter's edge may be drawn a shade lighter. */
async function keeps(page: Page, path: string, taken: Buffer): Promise<void> {
  const same = existsSync(path) && (readFileSync(path).equals(taken) || (await looksLike(page, readFileSync(path), taken)))
  if (!same) writeFileSync(path, taken)
}

const SHADE = 40
const SOME = 200

const looksLike = (page: Page, one: Buffer, other: Buffer): Promise<boolean> =>
  page.evaluate(async ({ files, shade, some }) => {
    const [a, b] = await Promise.all(files.map(async (file) => {
      const map = await createImageBitmap(new Blob([Uint8Array.from(atob(file), (each) => each.charCodeAt(0))], { type: 'image/png' }))
      const ink = new OffscreenCanvas(map.width, map.height).getContext('2d')
      ink?.drawImage(map, 0, 0)
      return ink?.getImageData(0, 0, map.width, map.height)
    }))
    if (!a || !b || a.width !== b.width || a.height !== b.height) return false
    const apart = a.data.reduce((sum, level, at) => { const by = Math.abs(level - (b.data[at] ?? 0)); return { most: Math.max(sum.most, by), n: sum.n + (by > 0 ? 1 : 0) } }, { most: 0, n: 0 })
    return apart.most <= shade && apart.n <= some * 3
  }, { files: [one.toString('base64'), other.toString('base64')], shade: SHADE, some: SOME })
