import { resolve } from 'node:path'
import type { Answer } from '../../core/contract.ts'
import { beijing } from '../clock.ts'
import { registerIssue } from '../handlers/regulator/register/issue.ts'
import { registerMissing } from '../handlers/regulator/register/missing.ts'
import { registerImport } from '../handlers/regulator/register/sheet.ts'
import { atLedger } from './ledger.ts'
import { refused, type Command, type Given, type Output, type Status } from './output.ts'

type Part = (given: Given, output: Output) => Promise<Status>

/** The register (名录): import FILE, issue --out DIR, missing. */
export const register: Command = async (given, output) => {
  const [word = '', ...files] = given.files
  const parts: Readonly<Record<string, Part>> = { import: importFile, issue, missing }
  const part = Object.hasOwn(parts, word) ? parts[word] : undefined
  return part ? part({ ...given, files }, output) : refused(output, { code: 'usage', params: { what: 'register import 文件|issue --out 文件夹|missing [--out 文件.xlsx]' } })
}

const importFile: Part = async (given, output) => {
  const [path] = given.files
  if (path === undefined || given.files.length !== 1) return refused(output, { code: 'usage', params: { what: 'register import 文件 --ledger 台账' } })
  return atLedger(given, output, async desk => {
    const effective = given.today ?? beijing(desk.host.now()).slice(0, 10)
    const done = await registerImport(desk, { path: resolve(path), effective, reason: '' })
    return done.ok ? tellImport(done.value, path, output) : refused(output, done.problem)
  }, { make: true })
}

function tellImport(done: Answer<'register.import'>, path: string, output: Output): Status {
  const { counts, absent } = done
  const wrong = done.lines.filter(line => line.does === 'refused')
  for (const line of wrong) output.say(`第 ${line.line} 行　${line.name || line.unit}　${line.problem ?? ''}`)
  const summary = `${path}　新增 ${counts.new}，变更 ${counts.change}，不变 ${counts.same}，没有收 ${counts.refused}；名录里另有 ${absent} 家表里没有，原样保留`
  output.answer({ file: path, sheet: done.sheet, counts, absent, refused: wrong.map(({ line, unit, name, problem }) => ({ line, unit, name, problem })) }, summary)
  return counts.refused > 0 || done.lines.length === 0 ? 2 : 0
}

const issue: Part = async (given, output) => {
  const folder = given.out
  if (folder === null || given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'register issue --out 文件夹 --ledger 台账 [--unit 单位代码]' } })
  return atLedger(given, output, async desk => {
    const done = await registerIssue(desk, { units: given.unit === null ? 'all' : [given.unit], folder: resolve(folder) })
    if (!done.ok) return refused(output, done.problem)
    output.answer(done.value, `${done.value.folder}　写出任务书 ${done.value.files} 份`)
    return 0
  })
}

const missing: Part = async (given, output) => {
  if (given.files.length > 0 || !/^\d{0,6}$/.test(given.region ?? '')) return refused(output, { code: 'usage', params: { what: 'register missing --ledger 台账 [--out 文件.xlsx]' } })
  return atLedger({ ...given, region: null }, output, async desk => {
    const done = await registerMissing(desk, { region: given.region ?? '', ...(given.out === null ? {} : { path: resolve(given.out) }) })
    if (!done.ok) return refused(output, done.problem)
    for (const unit of done.value.units) output.answer(unit, [unit.regionName, unit.name, unit.unit, unit.contact, unit.phone, unit.deadline, unit.daysLate > 0 ? `逾期 ${unit.daysLate} 天` : '', unit.state === 'returned' ? '已退回' : '未报'].filter(word => word !== '').join('　'))
    for (const region of done.value.byRegion) output.say(`${region.name}　应报 ${region.due}，已报 ${region.received}，未报 ${region.missing}，逾期 ${region.late}`)
    if (done.value.path !== null) output.say(`已写到 ${done.value.path}`)
    return 0
  })
}
