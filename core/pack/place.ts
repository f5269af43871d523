import type { Assembled } from './assemble.ts'
import type { Json, JsonObject } from './draft.ts'

type Path = readonly PropertyKey[]
/** A file of a pack and where in it. */
export interface Place { readonly file: string; readonly at: Path }

/** The pack's own file that a part of a put-together pack came from; `pack.json`, with its patches, where it has none. */
export function placeOf(assembled: Assembled, id: string, path: Path): Place {
  const place = ownPlace(assembled, path)
  const file = `packs/${id}/${place?.file ?? 'pack.json'}`
  return place && assembled.files.includes(file) ? { file, at: place.at } : { file: `packs/${id}/pack.json`, at: path }
}

/** The file relative to the pack's folder. */
function ownPlace({ draft, ruleFiles }: Assembled, path: Path): Place | null {
  const [part, n, ...rest] = path
  switch (part) {
    case 'forms': return { file: `forms/${nameAt(draft['forms'], n, 'no')}.json`, at: rest }
    case 'rules': {
      const rule = nameAt(draft['rules'], n, 'id')
      return { file: (ruleFiles.get(rule) ?? '').split('/').slice(2).join('/'), at: [rule, ...rest] }
    }
    case 'codes': return { file: `codes/${String(n)}.json`, at: rest }
    case 'themeOptions': return { file: 'themes.json', at: ['options', ...path.slice(1)] }
    case 'themeDefault': return { file: 'themes.json', at: ['default', ...path.slice(1)] }
    case 'signoff': case 'boilerplate': case 'carry': case 'ratios': case 'watch': case 'bulletin': return { file: `${part}.json`, at: path.slice(1) }
    default: return null
  }
}

/** The form's file that holds an item or has that number, the pack's own before its base's; the folder of forms when none does. */
export function fileOfItem({ draft, files }: Assembled, id: string, name: string): string {
  const form = listOf(draft['forms']).find((f) => f['no'] === name || keysOf(f).includes(name))
  const end = `/forms/${String(form?.['no'])}.json`
  return [`packs/${id}${end}`, ...files].find((file) => file.endsWith(end) && files.includes(file)) ?? `packs/${id}/forms`
}

const keysOf = (form: JsonObject): readonly (Json | undefined)[] => [...listOf(form['items']), ...listOf(form['tables']).flatMap((t) => listOf(t['columns']))].map((item) => item['key'])

const nameAt = (list: Json | undefined, n: PropertyKey | undefined, key: string): string => String(listOf(list)[Number(n)]?.[key])

/** The objects of a list that nobody has checked yet. */
function listOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).map((v) => (v !== null && typeof v === 'object' && !Array.isArray(v) ? (v as JsonObject) : {})) : []
}
