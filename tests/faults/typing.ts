import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { problemSentence } from '../../core/text/problems.ts'
import { problemCodes, type ProblemCode } from '../../core/problem.ts'
import type { Clerk } from '../support/desk.ts'

const typist = resolve(import.meta.dirname, 'typist.ts')
const seeds = resolve(import.meta.dirname, '../../seeds')

/** What a process that was killed had shown: the last number saved in each cell, and the sentences of what was refused. */
export interface Shown { readonly saved: ReadonlyMap<string, number>; readonly count: number; readonly told: readonly string[] }
interface Session { readonly clerk: Clerk; readonly from: number; readonly killAfter: (ms: 'start' | 'first') => number | null; readonly env?: Readonly<Record<string, string>> }

/** Lets a process type until it is killed: so many milliseconds after its start, or after its first words. */
export function typeAndKill({ clerk, from, killAfter, env = {} }: Session): Promise<Shown> {
  const child = spawn(process.execPath, [typist, join(clerk.folder, 'data'), seeds, String(clerk.filing), String(from)], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  const kill = (ms: number | null): void => { if (ms !== null) setTimeout(() => child.kill('SIGKILL'), ms) }
  let out = ''
  let err = ''
  child.stderr.on('data', (bytes: Buffer) => { err += bytes.toString() })
  child.stdout.on('data', (bytes: Buffer) => {
    if (out === '') kill(killAfter('first'))
    out += bytes.toString()
  })
  kill(killAfter('start'))
  return new Promise((done, failed) => child.on('exit', (_, signal) => {
    if (signal === 'SIGKILL') done(shownIn(out))
    else failed(new Error(err))
  }))
}

function shownIn(out: string): Shown {
  const lines = out.slice(0, out.lastIndexOf('\n') + 1).split('\n').filter(Boolean)
  const saved = lines.filter(line => !line.startsWith('!')).map(line => line.split(' '))
  const told = lines.filter(line => line.startsWith('!')).map(line => sentenceOf(line.slice(2)))
  return { saved: new Map(saved.map(([n, item = '']) => [item, Number(n)])), count: saved.length, told }
}

const sentenceOf = (code: string): string => problemSentence({ code: problemCodes.find(c => c === code) as ProblemCode, params: {} })

/** The account of a fault: how much was shown as saved, how much of it is missing, and what people were told. */
export class Account {
  shown = 0
  missing = 0
  private readonly told = new Map<string, number>()
  private readonly what: string
  constructor(what: string) { this.what = what }

  tells(sentences: readonly string[]): void {
    for (const sentence of sentences) this.told.set(sentence, (this.told.get(sentence) ?? 0) + 1)
  }

  /** Counts a session against what is stored now: a number typed later may stand there, an earlier one may not. */
  compares(shown: Shown, values: Readonly<Record<string, string>>): void {
    this.shown += shown.count
    this.tells(shown.told)
    for (const [item, n] of shown.saved) if (!(Number(values[item]) >= n)) this.missing += 1
  }

  prints(): void {
    const told = [...this.told].map(([sentence, n]) => `    ${n} × ${sentence}`)
    process.stdout.write([`${this.what}: ${this.shown} values shown as saved, ${this.missing} missing; shown to the user:`, ...told, ''].join('\n'))
  }
}
