import { gb32100Ok } from '../identity/uscc.ts'
import type { SheetCell } from '../import/sheet.ts'
import type { Pack } from '../pack/schema.ts'
import { problem, type Problem } from '../problem.ts'
import { no, ok, type Result } from '../result.ts'

/** What a register's texts are read by. */
export interface RegisterContext {
  readonly regions: Pack['regions']
  readonly forms: readonly { readonly no: string; readonly variantOf?: string | undefined }[]
  /** The ledger's region, its leading digits. */
  readonly region: string
}

const narrow = (text: string): string => text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** The unit's code `uscc-unit_seq`; the credit code is checked, a missing number is 00. */
export function readUnit(uscc: SheetCell | undefined, seq: string, whole: string): Result<string> {
  const [first = '', second = ''] = narrow(whole).replace(/\s/g, '').split('-')
  const code = (narrow(uscc?.text ?? '').replace(/\s/g, '') || first).toUpperCase()
  const number = narrow(seq).trim() || second || '00'
  if (uscc?.damaged === true || code.length !== 18) return no(problem('register-unit', { text: code }))
  if (gb32100Ok(code) !== true) return no(problem('register-check', { text: code }))
  return /^\d{1,2}$/.test(number) ? ok(`${code}-${number.padStart(2, '0')}`) : no(problem('register-seq', { text: number }))
}

/** A region by its six digits or by its name, with or without those above it. */
export function readRegion(text: string, { regions, region }: RegisterContext): Result<string> {
  const typed = narrow(text).replace(/\s/g, '')
  const now = regions.filter(([, , state]) => state === 'now')
  if (/^\d{6}$/.test(typed)) return now.some(([code]) => code === typed) ? ok(typed) : no(problem('register-region', { text }))
  const bare = (name: string): string => name.replace(/(?:新区|自治县|自治旗|区|县|市|旗)$/, '')
  const names = now.filter(([, name]) => name.replace(/\s/g, '') === typed || last(name) === typed)
  const found = names.length > 0 ? names : now.filter(([, name]) => typed.length > 1 && bare(last(name)) === typed)
  const here = found.length > 1 ? found.filter(([code]) => code.startsWith(region)) : found
  const [only, other] = here.length > 0 ? here : found
  if (!only) return no(problem('register-region', { text }))
  return other ? no(problem('register-region-twice', { text, found: found.slice(0, 5).map(([code, name]) => `${name}（${code}）`).join('、') })) : ok(only[0])
}
const last = (name: string): string => name.split(' ').at(-1) ?? name

/** A list in one cell. */
export const readList = (text: string): readonly string[] => [...new Set(text.split(/[、，,;；/\n]/).map(one => one.trim()).filter(one => one !== ''))]

/** Form numbers; 201 stands for whichever of its variants applies. */
export function readForms(text: string, { forms }: RegisterContext): Result<readonly string[]> {
  const asked = readList(narrow(text)).map(one => one.replace(/^检统|表$/g, '').trim())
  const wrong = asked.filter(one => !forms.some(form => form.no === one || form.variantOf === one))
  return wrong.length === 0 ? ok(asked) : no(problem('register-form', { text: wrong.join('、') }))
}

/** A day as it is commonly written, as ISO. */
export function readDay(text: string): Result<string> {
  const [, y = '', m = '', d = ''] = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?$/.exec(narrow(text).trim()) ?? []
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  const day = new Date(`${iso}T00:00:00Z`)
  return y !== '' && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? ok(iso) : no(problem('register-date', { text }))
}

/** Whether a text is too long for its field. */
export const tooLong = (name: string, text: string, most: number): Problem | null => ([...text].length > most ? problem('register-long', { name, most }) : null)
