import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { askedBy, buildBulletin, tablesOf } from '../../../../core/bulletin/build.ts'
import { bulletinSchema, type BulletinTemplate } from '../../../../core/bulletin/schema.ts'
import { bulletinTable, figuresSpec } from '../../../../core/bulletin/spec.ts'
import { keyOf, type Asked, type Figure } from '../../../../core/bulletin/words.ts'
import type { Answer, Request } from '../../../../core/contract.ts'
import type { TableResult, TableScope } from '../../../../core/contract/regulator/tables.ts'
import type { Bulletin, BulletinBlock } from '../../../../core/contract/regulator/watch.ts'
import { templateFault } from '../../../../core/pack/watch.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { safeName, stage } from '../../../files.ts'
import { needs, type Ledger } from '../../../ledger/ledger.ts'
import { addBulletin, newestBulletin } from '../../../ledger/store/bulletin.ts'
import type { Desk } from '../../desk.ts'
import { makeTable } from '../tables/make.ts'
import type { TableWork } from '../tables/work.ts'
import { monitorOf } from './monitor.ts'

/** The file beside the ledger that stands instead of the pack's template, where a bureau wants its own. */
export const templateName = '通报模板.json'

interface Made { readonly bulletin: Bulletin; readonly ledger: Ledger; readonly figures: string }

/** The year's bulletin, generated from the tables; what a person wrote stands, and it says when figures changed since. */
export async function bulletinOpen(desk: Desk, args: Request<'bulletin.open'>): Promise<Result<Answer<'bulletin.open'>>> {
  const made = await makeBulletin(desk, args.scope, args.anew)
  if (!made.ok || !args.anew) return made.ok ? ok(made.value.bulletin) : made
  const kept = await keep(made.value, [])
  return ok({ ...made.value.bulletin, savedAt: kept })
}

/** Keeps what a person wrote; words equal to the generated ones are not kept as theirs. */
export async function bulletinSave(desk: Desk, args: Request<'bulletin.save'>): Promise<Result<Answer<'bulletin.save'>>> {
  const scope: TableScope = { year: args.year, basis: 'accepted', level: 'all', edition: 'internal', switches: {} }
  const made = await makeBulletin(desk, scope, false)
  if (!made.ok) return made
  const refused = needs(made.value.ledger, 'reviewer')
  if (refused) return no(refused)
  const generated = new Map(made.value.bulletin.blocks.map(block => [block.id, block.generated]))
  await keep(made.value, args.blocks.filter(block => generated.has(block.id) && generated.get(block.id) !== block.text))
  const again = await makeBulletin(desk, scope, false)
  return again.ok ? ok(again.value.bulletin) : again
}

async function keep({ ledger, bulletin, figures }: Made, blocks: readonly { readonly id: string; readonly text: string }[]): Promise<string> {
  const hand = ledger.hand()
  await ledger.sql.write(sql => addBulletin(sql, { year: bulletin.year, region: ledger.info.region, blocks: JSON.stringify(blocks), figures, by_name: hand.name, at: hand.at }))
  return hand.at
}

const asWord = async (title: string, blocks: readonly BulletinBlock[]): Promise<Uint8Array> => (await import('../../../bulletin/docx.ts')).bulletinDocx(title, blocks)
const asPdf = async (desk: Desk, title: string, blocks: readonly BulletinBlock[]): Promise<Uint8Array | null> =>
  await desk.host.pdf?.((await import('../../../bulletin/html.ts')).bulletinHtml(title, blocks)) ?? null

/** Writes the bulletin as it stands, edits included, as Word or PDF files. */
export async function bulletinWrite(desk: Desk, args: Request<'bulletin.write'>): Promise<Result<Answer<'bulletin.write'>>> {
  const made = await makeBulletin(desk, args.scope, false)
  if (!made.ok) return made
  const refused = needs(made.value.ledger, 'issuer')
  if (refused) return no(refused)
  const { title, blocks } = made.value.bulletin
  const files: string[] = []
  for (const format of args.formats) {
    const bytes = format === 'docx' ? await asWord(title, blocks) : await asPdf(desk, title, blocks)
    if (!bytes) return no(problem('pdf-failed'))
    const staged = stage(args.folder, bytes)
    const placed = staged.ok ? staged.value.place(join(args.folder, safeName(`${title}.${format}`))) : staged
    if (!placed.ok) return placed
    files.push(placed.value)
  }
  return ok({ files })
}

async function makeBulletin(desk: Desk, scope: TableScope, anew: boolean): Promise<Result<Made>> {
  const seen = await monitorOf(desk, scope)
  if (!seen.ok) return seen
  const { work, warnings } = seen.value
  const template = templateOf(work)
  if (!template.ok) return template
  const grounds = await tablesFor(work, template.value)
  if (!grounds.ok) return grounds
  const { tables, figures } = grounds.value
  const row = await newestBulletin(work.ledger.sql, work.scope.year, work.ledger.info.region)
  const written = new Map(anew || !row ? [] : (JSON.parse(row.blocks) as { id: string; text: string }[]).map(block => [block.id, block.text]))
  const names = namesOf(work, [...tables.values()][0])
  const blocks = buildBulletin(template.value, { tables, warnings, filling: { names, figure: asked => figures.get(keyOf(asked)) ?? null } }, written)
  const stamp = createHash('sha256').update(JSON.stringify([...figures])).digest('hex')
  const title = blocks.find(block => block.kind === 'title')?.text ?? `${work.frame.regionName}${work.scope.year}年度通报`
  return ok({ ledger: work.ledger, figures: stamp, bulletin: { year: work.scope.year, title, blocks, savedAt: row?.at ?? null, stale: written.size > 0 && row?.figures !== stamp } })
}

const namesOf = (work: TableWork, any: TableResult | undefined): Readonly<Record<string, string>> => {
  const { year } = work.scope
  return { year: String(year), 'year-1': String(year - 1), 'year+1': String(year + 1), region: work.frame.regionName.split(' ').at(-1) ?? '', bureau: work.ledger.info.bureau, cutoff: any?.caption.cutoff.slice(0, 10) ?? '' }
}

/** The bureau's own template beside the ledger, else the pack's. */
function templateOf({ ledger, pack }: TableWork): Result<BulletinTemplate> {
  const path = join(ledger.folder, templateName)
  if (!existsSync(path)) return pack.bulletin ? ok(pack.bulletin) : no(problem('bulletin-none'))
  try {
    const own = bulletinSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    const what = own.success ? templateFault(pack, own.data) : (own.error.issues[0]?.path.join('.') ?? '')
    return own.success && what === null ? ok(own.data) : no(problem('bulletin-template', { path, what: what ?? '' }))
  } catch (error) {
    return no(problem('bulletin-template', { path, what: error instanceof Error ? error.message.slice(0, 80) : '' }))
  }
}

async function tablesFor(work: TableWork, template: BulletinTemplate): Promise<Result<{ readonly tables: ReadonlyMap<string, TableResult>; readonly figures: ReadonlyMap<string, Figure> }>> {
  const tables = new Map<string, TableResult>()
  for (const id of tablesOf(template)) {
    const made = await makeTable({ ...work, asked: { ...work.asked, switches: { labels: 'corrected' } } }, id)
    if (!made.ok) return made
    tables.set(id, made.value)
  }
  const figures = await figuresFor(work, askedBy(template))
  return figures.ok ? ok({ tables, figures: figures.value }) : figures
}

/** The figures of the words, computed like cells of a table that is nowhere printed, and kept back like them. */
async function figuresFor(work: TableWork, asked: readonly Asked[]): Promise<Result<ReadonlyMap<string, Figure>>> {
  const made = await makeTable({ ...work, pack: { ...work.pack, tables: [...work.pack.tables, figuresSpec(asked)] } }, bulletinTable)
  if (!made.ok) return made
  return ok(new Map(asked.flatMap((one, at) => {
    const cell = made.value.rows[at]?.cells[0]
    if (!cell || (cell.exact === null && !cell.hidden)) return []
    const plain = cell.text.replaceAll(/[,*%]/g, '')
    return [[keyOf(one), { text: cell.hidden ? '*' : cell.text, sign: /^[−-]?0*\.?0*$/.test(plain) ? 0 : plain.startsWith('−') || plain.startsWith('-') ? -1 : 1 }] as const]
  })))
}

