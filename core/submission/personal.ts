import type { Payload, PlannedCell } from './payload.ts'

/** Items that are about a person: what a regulator erases after the time it may keep them (D24). */
export const personalItems: readonly string[] = ['legal_rep', 'tel', 'mobile', 'email', 'unit_head', 'stat_head', 'filler', 'filler_tel']

/** A content without its personal fields: blank wherever they or the same words stand. What else it says is as it was sealed. */
export function withoutPersonal(payload: Payload): { readonly payload: Payload; readonly erased: readonly string[] } {
  const personal = new Set(personalItems)
  const values = [payload.values, payload.signoff, payload.prior?.values ?? {}]
  const erased = personalItems.filter(item => values.some(map => (map[item] ?? '') !== ''))
  const words = new Set(values.flatMap(map => personalItems.map(item => map[item] ?? '')).filter(word => word.length > 1))
  const kept = (map: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(map).filter(([item]) => !personal.has(item)))
  const blank = (text: string): string => [...words].reduce((left, word) => left.replaceAll(word, '＊'), text)
  const cell = (one: PlannedCell): PlannedCell => {
    const [ref, value, ...rest] = one
    const gone = typeof rest[0] === 'string' && personal.has(rest[0]) ? '' : blank(value)
    return gone === value ? one : [ref, gone, ...rest] as PlannedCell
  }
  return {
    erased,
    payload: {
      ...payload, values: kept(payload.values), signoff: kept(payload.signoff),
      prior: payload.prior && { ...payload.prior, values: kept(payload.prior.values) },
      explanations: payload.explanations.map(one => ({ ...one, text: blank(one.text) })),
      findings: payload.findings.map(one => ({ ...one, message: blank(one.message), detail: blank(one.detail), explanation: one.explanation && blank(one.explanation) })),
      ...(payload.notes ? { notes: payload.notes.map(one => ({ ...one, text: blank(one.text) })) } : {}),
      answers: payload.answers.map(one => ({ ...one, text: blank(one.text) })),
      sheets: payload.sheets.map(sheet => ({ ...sheet, cells: sheet.cells.map(cell) })),
    },
  }
}
