import { tableScope } from '../../core/contract/regulator/tables.ts'
import { lampWords } from '../../core/watch/lamp.ts'
import { monitorLook } from '../handlers/regulator/watch/monitor.ts'
import { atLedger } from './ledger.ts'
import { refused, type Command } from './output.ts'

/** Lamps of the indicators and themes, then warnings (监测预警); status 2 when a lamp is behind. */
export const monitor: Command = async (given, output) => {
  const scope = tableScope.safeParse(given.year === null ? {} : { year: Number(given.year) })
  if (!scope.success || given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'monitor --ledger 台账 [--year 年]' } })
  return atLedger(given, output, async desk => {
    const seen = await monitorLook(desk, { scope: scope.data })
    if (!seen.ok) return refused(output, seen.problem)
    const all = [...seen.value.indicators, ...seen.value.themes]
    for (const one of all) output.answer({ indicator: one.key, table: one.table, label: one.corrected, actual: one.actual, target: one.target, done: one.done, progress: one.progress, due: one.due, lamp: one.lamp }, `${lampWords[one.lamp]}　${one.corrected}　${one.sentence}`)
    for (const one of seen.value.warnings) output.answer({ warning: one.id, kind: one.kind, severity: one.severity, unit: one.unit, title: one.title, sentence: one.sentence }, `${one.title}：${one.sentence}`)
    return all.some(one => one.lamp === 'behind') ? 2 : 0
  })
}
