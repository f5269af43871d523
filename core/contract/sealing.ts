/** One line of the checklist before sealing. */
export interface CheckLine {
  readonly id: 'required' | 'errors' | 'warnings' | 'computed' | 'prior' | 'optional' | 'backup' | 'signoff' | 'queries'
  readonly ok: boolean
  readonly done: number
  readonly all: number
  /** Forms, items or receipt code the sentence names. */
  readonly params: Readonly<Record<string, string | number>>
}
/** The checklist before sealing: whether it may be done, and under which number, name and folder. */
export interface SealCheck { readonly ready: boolean; readonly submitNo: number; readonly lines: readonly CheckLine[]; readonly missing: readonly string[]; readonly fileName: string; readonly folder: string }
