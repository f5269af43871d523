import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { loadPack, type PackFiles } from '../../core/pack/load.ts'
import { problem } from '../../core/problem.ts'
import { packFiles, sha256 } from '../packs.ts'
import { refused, spoken, type Command } from './output.ts'
import { seedsDir } from './workbench.ts'

/** Loads a pack's folder as the application would and says what is wrong with it. */
export const packCheck: Command = async (given, output) => {
  const [word, dir] = given.files
  if (word !== 'check' || dir === undefined || given.files.length !== 2) return refused(output, { code: 'usage', params: { what: 'pack check 文件夹' } })
  const folder = resolve(dir)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return refused(output, problem('file-missing', { path: dir }))
  const id = basename(folder)
  const loaded = loadPack(overlay(folder, id), id, sha256)
  if (!loaded.ok) {
    output.answer({ pack: id, problem: spoken(loaded.problem), code: loaded.problem.code, params: loaded.problem.params }, spoken(loaded.problem))
    return 2
  }
  const { pack, digest } = loaded.value
  const items = pack.forms.reduce((n, form) => n + form.items.length, 0)
  output.answer({ pack: `${pack.id}@${pack.version}`, digest, forms: pack.forms.length, items, rules: pack.rules.length, problem: null },
    `${pack.title}（${pack.id}@${pack.version}）：${pack.forms.length} 张表，${items} 个指标，${pack.rules.length} 条审核关系，没有问题。`)
  return 0
}

/** The folder stands for `packs/<id>`; what it builds on comes from the application's seeds. */
function overlay(folder: string, id: string): PackFiles {
  const own = packFiles(folder)
  const rest = packFiles(seedsDir)
  const place = `packs/${id}`
  const inside = (path: string): string | null => (path === place || path.startsWith(`${place}/`) ? path.slice(place.length + 1) : null)
  return {
    list: dir => (inside(dir) === null ? rest.list(dir) : own.list(inside(dir) ?? '')),
    read: path => (inside(path) === null ? rest.read(path) : own.read(join(inside(path) ?? ''))),
  }
}
