import { readFileSync } from 'node:fs'
import type { Answer, Request, Verification } from '../../core/contract.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { ok, type Result } from '../../core/result.ts'
import { noteSigner, signersOf } from '../db/knownSigner.ts'
import { verifyWorkbook } from '../excel/verifyWorkbook.ts'
import { fileProblem } from '../files.ts'
import type { Desk } from './desk.ts'

/** A verdict for every file, in order; one bad file is only its own. */
export async function verifyFiles(desk: Desk, args: Request<'verify.files'>): Promise<Result<Answer<'verify.files'>>> {
  const answers: Verification[] = []
  for (const path of args.paths) answers.push(await verifyFile(desk, path))
  return ok(answers)
}

/** The verdict of one workbook's bytes; the signer of an intact one is remembered for its unit. */
export async function verifyBytes(desk: Desk, bytes: Uint8Array, file: string): Promise<Verification> {
  const answer = await verifyWorkbook(bytes, file, (unit, signer) => trustOf(desk, unit, signer))
  if (answer.trust === 'first-seen' && answer.unit !== null && answer.signer !== null) remember(desk, answer.unit, answer.signer)
  return answer
}

async function verifyFile(desk: Desk, path: string): Promise<Verification> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(path))
  } catch (error) {
    return { file: path, verdict: null, unit: null, pack: null, submitNo: null, signer: null, trust: 'unknown', changed: [], problem: problemSentence(fileProblem(error, path)) }
  }
  return verifyBytes(desk, bytes, path)
}

function trustOf(desk: Desk, unit: string, signer: string): Verification['trust'] {
  const store = desk.store()
  if (!store.ok) return 'unknown'
  const seen = signersOf(store.value.read, unit)
  if (seen.length === 0) return 'first-seen'
  return seen.includes(signer) ? 'known' : 'changed'
}

function remember(desk: Desk, unit: string, signer: string): void {
  const store = desk.store()
  if (store.ok) store.value.write(db => noteSigner(db, unit, signer, desk.host.now().toISOString()))
}
