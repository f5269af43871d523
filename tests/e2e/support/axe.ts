import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
interface Violation { readonly id: string; readonly impact: string | null; readonly help: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }

/** Serious and critical violations of the rules of accessibility on the page as it is now, one line each. */
export async function accessViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(source)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (where: Document, options: object) => Promise<{ passes: readonly unknown[]; violations: readonly Violation[] }> } }
    const { passes, violations } = await axe.run(document, { resultTypes: ['violations'] })
    if (passes.length < 10) throw new Error(`only ${passes.length} rules looked at the page`)
    return violations
  })
  return found.filter((each) => each.impact === 'serious' || each.impact === 'critical').flatMap(lines)
}

/** Violations of any weight of every rule for WCAG 2.2 AA and of good practice, those that are off by default included. */
export async function strictViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(source)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (where: Document, options: object) => Promise<{ violations: readonly Violation[] }> } }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    return (await axe.run(document, { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } }, resultTypes: ['violations'] })).violations
  })
  return found.flatMap(lines)
}

const lines = (violation: Violation): readonly string[] =>
  violation.nodes.map((node) => `${violation.impact} ${violation.id} (${violation.help}): ${node.target.join(' ')}: ${(node.failureSummary ?? '').replaceAll(/\s+/g, ' ')}`)
