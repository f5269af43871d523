import { stateOf } from '../handlers/regulator/ledger/state.ts'
import { atLedger } from './ledger.ts'
import { refused, type Command } from './output.ts'

/** Says what a ledger is of and how the units of its register stand. */
export const status: Command = async (given, output) => {
  if (given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'status --ledger 台账' } })
  return atLedger(given, output, async (desk, ledger) => {
    const { packs: _packs, lost: _lost, ...state } = await stateOf(desk, ledger)
    const { due, received, missing, accepted, inReview, returned } = state.counts
    output.answer(state, `${state.where}　${state.regionName}　${state.pack || '还没有任务包'}　应报 ${due}，已报 ${received}，未报 ${missing}；待审 ${inReview}，退回 ${returned}，已接收 ${accepted}`)
    return 0
  })
}
