import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAuditor } from '../../core/audit/run.ts'
import { diceOf } from '../../core/demo/dice.ts'
import { explained, filingOf } from '../../core/demo/filing.ts'
import { profileOf, type Profile } from '../../core/demo/profile.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { submissionFileName } from '../../core/submission/receipt.ts'
import { tableWorkbook } from '../excel/plainTable.ts'
import { repack } from '../excel/repack.ts'
import { sealFiling } from '../excel/submission.ts'
import { safeName } from '../files.ts'
import { sampleKey } from '../keys.ts'
import { openShelf } from '../packs.ts'
import type { Registered } from '../handlers/sampleSet.ts'
import { tellRegister, writeRegister } from './demoSet.ts'
import { refused, type Command } from './output.ts'
import { seedsDir, version } from './workbench.ts'

const usage = 'demo ledger --units 家数 --seed 种子 --out 文件夹 [--pack 任务包]'
/** What comes of a unit, by share: most report once and in time. */
const fates = [['plain', 74.5], ['late', 6], ['missing', 5], ['altered', 3], ['twice', 3], ['older', 3], ['conflict', 2], ['stray', 2], ['other-year', 0.7], ['damaged', 0.5], ['foreign', 0.3]] as const
type Fate = (typeof fates)[number][0]

/** Writes plausible submissions of made-up units and their register; the same files for the same seed. */
export const demoLedger: Command = async (given, output) => {
  const count = /^[1-9]\d{0,5}$/.test(given.units ?? '') ? Number(given.units) : 0
  if (given.out === null || given.seed === null || count === 0 || given.files.length > 1) return refused(output, { code: 'usage', params: { what: usage } })
  const making = makingOf(given.seed, given.pack ?? 'annual-2026')
  if (!making.ok) return refused(output, making.problem)
  const folder = given.out
  mkdirSync(folder, { recursive: true })
  const register: Registered[] = []
  const counts: Partial<Record<Fate, number>> = {}
  for (let n = 1; n <= count; n++) {
    const made = makeUnit(making.value, n)
    counts[made.fate] = (counts[made.fate] ?? 0) + 1
    if (made.registered) register.push(made.registered)
    const written = write(folder, made.files)
    if (!written.ok) return refused(output, written.problem)
    output.answer({ unit: made.unit, fate: made.fate, files: written.value }, `${made.unit}　${made.fate}　${written.value.length} 份`)
    if (n % 500 === 0) output.say(`${n} / ${count}`)
  }
  output.say(Object.entries(counts).map(([fate, units]) => `${fate} ${units}`).join('，'))
  return tellRegister(writeRegister(folder, register), output)
}

interface Making { readonly seed: string; readonly loaded: LoadedPack; readonly before: LoadedPack; readonly appVersion: string }
interface File { readonly name: string; readonly bytes: Uint8Array }
interface Made { readonly unit: string; readonly fate: Fate; readonly files: readonly File[]; readonly registered: Registered | null }

function makingOf(seed: string, pack: string): Result<Making> {
  const shelf = openShelf(seedsDir)
  const loaded = shelf.get(pack)
  if (!loaded.ok) return loaded
  const before = shelf.get(pack === 'annual-2025' ? 'annual-2026' : 'annual-2025')
  return before.ok ? ok({ seed, loaded: loaded.value, before: before.value, appVersion: version() }) : before
}

/** One unit with its fate and files; depends on nothing but seed and number. */
export function makeUnit(making: Making, n: number): Made {
  const { seed, loaded } = making
  const who = profileOf(loaded.pack, seed, n)
  const fate = diceOf(`${seed}/${n}/fate`).weighted<Fate>(fates, 'plain')
  const unit = `${who.uscc}-${who.unitSeq}`
  return { unit, fate, files: filesOf(making, who, fate), registered: fate === 'stray' ? null : registeredAs(making, who) }
}

function filesOf(making: Making, who: Profile, fate: Fate): readonly File[] {
  const day = (text: string): string => `${making.loaded.pack.year + 1}-${text}`
  const first = (): File => sealed(making, who, { submitNo: 1, today: day('03-08'), again: 0 })
  const again = (): File => sealed(making, who, { submitNo: 2, today: day('03-16'), again: 1 })
  switch (fate) {
    case 'plain': case 'stray': return [first()]
    case 'missing': return []
    case 'late': return [sealed(making, who, { submitNo: 1, today: day('03-26'), again: 0 })]
    case 'altered': return [altered(first())]
    case 'twice': { const file = first(); return [file, { ...file, name: file.name.replace(/\.xlsx$/, ' - 副本.xlsx') }] }
    case 'older': return [again(), { ...first(), name: `旧_${first().name}` }]
    case 'conflict': { const other = sealed(making, who, { submitNo: 1, today: day('03-09'), again: 2 }); return [first(), { ...other, name: `另一份_${other.name}` }] }
    case 'other-year': return [sealed({ ...making, loaded: making.before }, who, { submitNo: 1, today: `${making.before.pack.year + 1}-03-08`, again: 0 })]
    case 'damaged': { const file = first(); return [{ ...file, bytes: file.bytes.subarray(0, Math.floor(file.bytes.length * 0.7)) }] }
    case 'foreign': return [{ name: `${safeName(who.name)}_附表.xlsx`, bytes: tableWorkbook({ sheet: '附表', head: [{ name: '说明', width: 30 }], rows: [['本表不是检报的文件']] }) }]
  }
}

interface As { readonly submitNo: number; readonly today: string; readonly again: number }

/** A sealed workbook, audited and explained like any other; the key is derived from seed and unit, so it proves nothing. */
function sealed({ seed, loaded, appVersion }: Making, who: Profile, as: As): File {
  const { pack } = loaded
  const data: FilingData = filingOf(pack, who, seed, as.again)
  const auditor = createAuditor({ pack, data, prior: null, today: as.today, explanations: [] })
  const explanations = explained(auditor.findings(), who)
  auditor.explain(explanations)
  const errors = auditor.findings().filter(f => f.severity === 'error')
  if (errors.length > 0) throw new Error(`made-up unit ${who.n} breaks ${errors.map(f => f.rule).join(' ')}`)
  const unitId = `${who.uscc}-${who.unitSeq}`
  const key = sampleKey(`${seed} ${unitId}`)
  if (!key.ok) throw new Error(key.problem.code)
  const meta = { unitId, orgName: who.name, submitNo: as.submitNo, today: as.today, sealedAt: `${as.today} 10:${String(who.n % 60).padStart(2, '0')}:00`, appVersion, reason: as.submitNo > 1 ? '更正业务收入和报告数' : null, publicKey: Buffer.from(key.value.publicKey).toString('hex') }
  const made = sealFiling({ pack: loaded, data, computed: auditor.computed(), prior: null, findings: auditor.findings(), explanations, forms: auditor.forms(), meta }, key.value.sign)
  return { name: submissionFileName({ orgName: who.name, unitId, year: pack.year, submitNo: as.submitNo }), bytes: made.bytes }
}

/** Someone changed a figure in the sealed file: the last amount of the last form. */
function altered(file: File): File {
  const bytes = repack(file.bytes, parts => {
    for (const [name, xml] of [...parts].toReversed()) {
      const at = /^xl\/worksheets\/sheet\d+\.xml$/.test(name) ? xml.lastIndexOf('.00</v>') : -1
      if (at < 0) continue
      parts.set(name, `${xml.slice(0, at)}.07</v>${xml.slice(at + 7)}`)
      return
    }
  })
  return { ...file, bytes }
}

function registeredAs({ loaded, seed }: Making, who: Profile): Registered {
  const dice = diceOf(`${seed}/${who.n}/register`)
  const finance = who.form === '10' ? '201-1' : who.form === '20' ? '201-2' : '201-3'
  return {
    uscc: who.uscc, unit_seq: who.unitSeq, name: who.name, region: who.region, contact: `${who.person}例样`, phone: `0${200 + (who.n % 700)}-${String(2000000 + who.n).slice(0, 7)}`,
    certs: filingOf(loaded.pack, who, seed).tables['certs']?.map(row => row.cells['cert_no'] ?? '') ?? [], forms: ['101', '102', '103', finance, '301', '302', '401'],
    groups: [dice.one(['甲组', '乙组', '丙组'])], risk: dice.weighted([['A', 55], ['B', 30], ['C', 12], ['D', 3]], 'B'),
  }
}

/** Made-up files need no fsync each. */
function write(folder: string, files: readonly File[]): Result<readonly string[]> {
  for (const { name, bytes } of files) {
    try { writeFileSync(join(folder, name), bytes, { flag: 'wx' }) } catch { return no(problem('name-taken', { path: join(folder, name) })) }
  }
  return ok(files.map(f => f.name))
}
