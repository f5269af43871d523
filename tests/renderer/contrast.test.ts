import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/sources.ts'

const css = readFileSync(join(root, 'renderer', 'style', 'tokens.css'), 'utf8')
const themes = ['light', 'dark', 'contrast'] as const
type Tokens = Readonly<Record<string, string>>

/** The colours of a theme, as tokens.css has them. */
function tokensOf(theme: string): Tokens {
  const block = css.split('}').find((part) => part.includes(`[data-theme='${theme}'] {`)) ?? ''
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9A-F]{6}|transparent);/g)].map(([, name, value]) => [name ?? '', value ?? '']))
}

const channel = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** WCAG 2 contrast of two colours. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const inks = ['text', 'text2', 'text3', 'accent', 'stop', 'verify', 'done'] as const
const grounds = ['surface', 'canvas', 'sunken', 'computed', 'accent-soft'] as const
/** Colour on ground: words need 4.5, edges and marks need 3. */
const pairs: readonly (readonly [string, string, number])[] = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground, 4.5] as const)),
  ...['stop', 'verify', 'done'].flatMap((kind) => [kind, 'text', 'text2', 'text3'].map((ink) => [ink, `${kind}-soft`, 4.5] as const)),
  ['on-accent', 'accent', 4.5],
  ...['surface', 'canvas', 'sunken', 'computed', 'accent-soft', 'stop-soft', 'verify-soft'].map((ground) => ['edge', ground, 3] as const),
]

describe.each(themes)('%s', (theme) => {
  const tokens = tokensOf(theme)
  const on = (name: string): string => (tokens[name] === 'transparent' ? tokens['surface'] ?? '' : tokens[name] ?? '')

  it.each(pairs)('%s on %s has a contrast of %d', (ink, ground, least) => {
    expect(tokens[ink] ?? 'missing').toMatch(/^#/)
    expect(contrast(on(ink), on(ground))).toBeGreaterThanOrEqual(least)
  })
})

it('the 55 pairs of the design', () => expect(pairs).toHaveLength(55))

it('counts as the standard does', () => {
  expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 5)
  expect(contrast('#17202B', '#FFFFFF')).toBeCloseTo(16.43, 2)
})
