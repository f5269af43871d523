import { z } from 'zod'

const id = z.int().positive()
const path = z.string().min(1).max(4096)
const wanted = {
  filing: id,
  /** One form with its tables, the findings with their explanations, or the whole set for the stamp. */
  what: z.enum(['form', 'findings', 'set']),
  /** Of `form`: its number. */
  form: z.string().max(20).optional(),
  /** Of `form`: to be written on by hand. */
  blank: z.boolean().optional(),
  /** Of `findings`. */
  order: z.enum(['severity', 'form']).optional(),
}
const print = z.strictObject(wanted)

/** Arguments of the calls that put a filing on paper, and of notes on its cells. */
export const printRequests = {
  /** The pages as one HTML text without scripts. */
  'print.preview': print,
  /** Writes the pages as a PDF: to `path`, replacing what is there, or under a new name of its own in `folder`. */
  'print.make': z.strictObject({ ...wanted, path: path.optional(), folder: path.optional() }).refine((a) => (a.path === undefined) !== (a.folder === undefined)),
  /** Writes, changes or, with an empty text, removes the note on a cell; `shared`: it goes with the submission. */
  'note.set': z.strictObject({ filing: id, item: z.string().regex(/^[a-z][a-z0-9_]{0,60}$/), row: id.nullable(), text: z.string().max(2000), shared: z.boolean() }),
} as const

/** What to put on paper. */
export type PrintWanted = z.infer<typeof print>
/** Answers of these calls. */
export interface PrintAnswers<Change> {
  /** `sealed`: the pages carry receipt code, digest and QR; `name` is a file name for them. */
  readonly 'print.preview': { readonly html: string; readonly pages: number; readonly sealed: boolean; readonly name: string }
  readonly 'print.make': { readonly path: string; readonly pages: number }
  readonly 'note.set': Change
}
