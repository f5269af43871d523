import { ledgerKey } from '../handlers/regulator/ledger/key.ts'
import { stateOf } from '../handlers/regulator/ledger/state.ts'
import { problem } from '../../core/problem.ts'
import { atLedger } from './ledger.ts'
import { refused, type Command } from './output.ts'

/** The regulator's key: `key show` gives its fingerprint and the public line for encrypted submissions, `key make` makes it first. */
export const key: Command = async (given, output) => {
  const [word] = given.files
  if ((word !== 'show' && word !== 'make') || given.files.length !== 1) return refused(output, { code: 'usage', params: { what: 'key show|make --ledger 台账' } })
  return atLedger(given, output, async (desk, ledger) => {
    const made = word === 'make' ? await ledgerKey(desk, { do: 'make' }) : null
    if (made && !made.ok) return refused(output, made.problem)
    const { fingerprint, recipient } = await stateOf(desk, ledger)
    if (fingerprint === null) return refused(output, problem('ledger-key-none'))
    output.answer({ fingerprint, recipient }, `指纹　${fingerprint}\n加密公钥　${recipient ?? '密钥不在这台电脑上'}`)
    return 0
  })
}
