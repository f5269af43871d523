import { asList, asObject, asObjects, own, PackError, upsert, type Json, type JsonObject } from './draft.ts'
import type { ListFiles } from './lists.ts'
import { applyPatch } from './patch.ts'
import { parse, type PackFiles } from './reading.ts'

/** A pack put together but not yet checked and without its long lists, the files it came from, those of the lists, and the file of each rule. */
export interface Assembled { readonly draft: JsonObject; readonly files: readonly string[]; readonly lists: ListFiles; readonly ruleFiles: ReadonlyMap<string, string> }

const inherited = ['version', 'title', 'year', 'periodEnd', 'dates', 'marks', 'legalNote', 'sample', 'localExt']
/** Parts a pack may be without: ratios, monitoring, the bulletin's template. */
const mayLack = ['ratios', 'watch', 'bulletin']
const ruleOrder = ['F', 'X', 'Y', 'P', 'W']

/** Reads the folder of a pack and, for a thin pack, puts it on its base. */
export function assemble(files: PackFiles, id: string): Assembled {
  const folder = readFolder(files, id)
  const base = own(folder.head, 'extends')
  if (base === undefined) return finish(folder, onto({}, folder), new Map())
  if (typeof base !== 'string' || base === id) throw new PackError(`${folder.dir}/pack.json`, '“extends”应为另一个任务包的编号')
  const under = readFolder(files, base)
  if (own(under.head, 'extends') !== undefined) throw new PackError(`${folder.dir}/pack.json`, `${base} 本身也是在别的任务包上改成的，不能再作底稿`)
  const whole = finish(under, onto({}, under), new Map())
  const merged = finish(folder, onto(whole.draft, folder), whole.ruleFiles)
  const draft = applyPatch(merged.draft, asList(own(folder.head, 'patch'), `${folder.dir}/pack.json`), `${folder.dir}/pack.json`)
  const used = [...asFiles(under.head, merged.draft), ...under.files, ...merged.files]
  return { ...merged, draft, files: [...new Set(used)] }
}

/** The parsed files of one pack folder. */
interface Folder { readonly id: string; readonly dir: string; readonly head: JsonObject; readonly files: readonly string[]; readonly parsed: ReadonlyMap<string, Json> }

function readFolder(files: PackFiles, id: string): Folder {
  const dir = `packs/${id}`
  const names = files.list(dir).map((name) => name.replaceAll('\\', '/')).sort()
  if (!names.includes('pack.json')) throw new PackError(`${dir}/pack.json`, '没有这个文件')
  const parsed = new Map(names.filter((n) => n.endsWith('.json')).map((n) => [n, parse(files, `${dir}/${n}`)]))
  return { id, dir, head: asObject(parsed.get('pack.json'), `${dir}/pack.json`), files: names.map((n) => `${dir}/${n}`), parsed }
}

/** The folder's own files put on a base draft; an empty base for a whole pack. */
function onto(base: JsonObject, folder: Folder): JsonObject {
  const { dir, head, parsed } = folder
  const whole = (name: string, key: string, absent: Json): JsonObject => ({ [key]: parsed.get(name) ?? own(base, key) ?? absent })
  const themes = parsed.has('themes.json') ? asObject(parsed.get('themes.json'), `${dir}/themes.json`) : null
  return {
    ...base,
    ...Object.fromEntries(inherited.filter((k) => own(head, k) !== undefined).map((k) => [k, head[k] as Json])),
    id: folder.id,
    forms: formsOf(base, folder),
    ...whole('signoff.json', 'signoff', []),
    ...whole('boilerplate.json', 'boilerplate', []),
    ...whole('inputs.json', 'inputs', []),
    carry: parsed.get('carry.json') ?? [],
    codes: { ...asObject(own(base, 'codes') ?? {}, dir), ...codesOf(folder) },
    themeOptions: themes?.['options'] ?? own(base, 'themeOptions') ?? {},
    themeDefault: themes?.['default'] ?? own(base, 'themeDefault') ?? {},
    rules: merge(asObjects(own(base, 'rules'), dir), rulesOf(folder)),
    tables: merge(asObjects(own(base, 'tables'), dir), inFolder(folder, 'tables/').flatMap(([name, json]) => asObjects(json, `${dir}/${name}`))),
    ...Object.assign({}, ...mayLack.map((key) => (parsed.has(`${key}.json`) || own(base, key) !== undefined ? whole(`${key}.json`, key, {}) : {}))),
    regionFiles: own(head, 'regions') ?? own(base, 'regionFiles') ?? [],
    industryFile: own(head, 'industries') ?? own(base, 'industryFile') ?? '',
  }
}

function inFolder(folder: Folder, prefix: string): readonly (readonly [string, Json])[] {
  return [...folder.parsed].filter(([name]) => name.startsWith(prefix) && !name.slice(prefix.length).includes('/'))
}

function formsOf(base: JsonObject, folder: Folder): readonly JsonObject[] {
  const { dir, head } = folder
  const mine = new Map(inFolder(folder, 'forms/').map(([name, json]) => [name.slice(6, -5), asObject(json, `${dir}/${name}`)]))
  const theirs = new Map(asObjects(own(base, 'forms'), dir).map((f) => [String(f['no']), f]))
  const order = own(head, 'forms') === undefined ? [...theirs.keys()] : asList(own(head, 'forms'), `${dir}/pack.json`).map(String)
  return order.map((no) => {
    const form = mine.get(no) ?? theirs.get(no)
    if (!form) throw new PackError(`${dir}/forms/${no}.json`, '没有这个文件')
    return form
  })
}

function codesOf(folder: Folder): JsonObject {
  return Object.fromEntries(inFolder(folder, 'codes/').map(([name, json]) => [name.slice(6, -5), json]))
}

function ruleNames(folder: Folder): readonly (readonly [string, Json])[] {
  const rank = (name: string): number => (ruleOrder.includes(name.slice(6, -5)) ? ruleOrder.indexOf(name.slice(6, -5)) : ruleOrder.length)
  return [...inFolder(folder, 'rules/')].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

function rulesOf(folder: Folder): readonly JsonObject[] {
  return ruleNames(folder).flatMap(([name, json]) => asObjects(json, `${folder.dir}/${name}`))
}

function merge(base: readonly JsonObject[], more: readonly JsonObject[]): readonly JsonObject[] {
  return base.length === 0 ? more : more.reduce((list, item) => upsert(list, item, 'id'), base)
}

function asFiles(head: JsonObject, draft: JsonObject): readonly string[] {
  return [...asList(own(head, 'regions'), 'pack.json'), ...asList(draft['regionFiles'], 'pack.json'), own(head, 'industries') ?? '', draft['industryFile'] ?? ''].map(String).filter((p) => p !== '')
}

function finish(folder: Folder, draft: JsonObject, ruleFiles: ReadonlyMap<string, string>): Assembled {
  const named = asFiles({}, draft)
  const industry = String(draft['industryFile'])
  const lists = { regions: named.filter((p) => p !== industry), industries: industry === '' ? [] : [industry] }
  const own = new Map(ruleNames(folder).flatMap(([name, json]) => asObjects(json, name).map((r) => [String(r['id']), `${folder.dir}/${name}`] as const)))
  return { draft, files: [...folder.files, ...named], lists, ruleFiles: new Map([...ruleFiles, ...own]) }
}
