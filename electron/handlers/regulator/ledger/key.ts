import type { Answer, Request } from '../../../../core/contract.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { exportKey, hasKey, openKeyFile, renewKey, unitKey, type UnitKey } from '../../../keys.ts'
import { needs, type Ledger } from '../../../ledger/ledger.ts'
import { boundKey, regulatorFingerprint, regulatorKey, regulatorKeyFolder, regulatorKeyName } from '../../../ledger/regulatorKey.ts'
import { addDecision } from '../../../ledger/store/decision.ts'
import type { Desk } from '../../desk.ts'
import { stateOf } from './state.ts'

/** Makes, rotates, saves or loads the regulator's key; each leaves its line in the record. A reviewer may only load the key that the ledger signs with already. */
export async function ledgerKey(desk: Desk, args: Request<'ledger.key'>): Promise<Result<Answer<'ledger.key'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const ledger = open.value
  if (args.do === 'load' && ledger.info.signer === '') await ledger.refresh()
  const refused = needs(ledger, args.do === 'load' && ledger.info.signer !== '' ? 'reviewer' : 'issuer')
  if (refused) return no(refused)
  const done = await act(desk, ledger, args)
  return done.ok ? ok(await stateOf(desk, ledger)) : done
}

function act(desk: Desk, ledger: Ledger, args: Request<'ledger.key'>): Promise<Result<null>> {
  if (args.do === 'make') return make(desk, ledger)
  if (args.do === 'rotate') return rotate(desk, ledger, args.reason)
  return args.do === 'save' ? save(desk, ledger, args) : load(desk, ledger, args)
}

async function make(desk: Desk, ledger: Ledger): Promise<Result<null>> {
  const present = regulatorFingerprint(desk, ledger)
  if (ledger.info.signer !== '' && present !== null) return no(problem('ledger-key-exists', { signer: present }))
  const key = await boundKey(desk, ledger)
  return key.ok ? recorded(ledger, 'key-make', '', { signer: key.value.signer }) : key
}

/** The old key signs the new one, where it is at hand: who trusted the old may follow. */
async function rotate(desk: Desk, ledger: Ledger, reason: string): Promise<Result<null>> {
  const before = regulatorFingerprint(desk, ledger)
  if (before === null) return no(problem('ledger-key-none'))
  const old = regulatorKey(desk, ledger)
  const fresh = renewKey(regulatorKeyFolder(desk), regulatorKeyName)
  if (!fresh.ok) return fresh
  await ledger.learn({ signer: fresh.value.signer })
  return recorded(ledger, 'key-rotate', reason, { old: before, now: fresh.value.signer, public_key: hex(fresh.value), proof: old.ok ? proofOf(old.value, fresh.value) : null })
}

/** What the old key signs, as UTF-8: these words and the new public key. */
const proofOf = (old: UnitKey, fresh: UnitKey): string => Buffer.from(old.sign(Buffer.from(`jianbao-key-rotation-1:${hex(fresh)}`))).toString('base64')
const hex = (key: UnitKey): string => Buffer.from(key.publicKey).toString('hex')

async function save(desk: Desk, ledger: Ledger, args: { readonly path: string; readonly passphrase: string }): Promise<Result<null>> {
  if (!hasKey(regulatorKeyFolder(desk), regulatorKeyName)) return no(problem('ledger-key-none'))
  const key = regulatorKey(desk, ledger)
  if (!key.ok) return key
  const written = exportKey(regulatorKeyFolder(desk), regulatorKeyName, args)
  return written.ok ? recorded(ledger, 'key-save', '', { signer: key.value.signer }) : written
}

/** A key other than the ledger's is refused; the one it replaces here is kept beside it. */
async function load(desk: Desk, ledger: Ledger, args: { readonly path: string; readonly passphrase: string }): Promise<Result<null>> {
  const file = openKeyFile(args.path, args.passphrase)
  if (!file.ok) return file
  const { signer } = ledger.info
  if (signer !== '' && signer !== file.value.key.signer) return no(problem('ledger-key', { signer }))
  const installed = file.value.install(regulatorKeyFolder(desk), regulatorKeyName)
  if (!installed.ok) return installed
  const key = unitKey(regulatorKeyFolder(desk), regulatorKeyName)
  if (!key.ok) return key
  if (signer === '') await ledger.learn({ signer: key.value.signer })
  return recorded(ledger, 'key-load', '', { signer: key.value.signer })
}

async function recorded(ledger: Ledger, kind: string, reason: string, detail: object): Promise<Result<null>> {
  const { name, at } = ledger.hand()
  await ledger.sql.write(sql => addDecision(sql, { submission: null, unit_id: null, year: null, kind, by_name: name, at, reason, detail: JSON.stringify(detail) }))
  return ok(null)
}
