import type { Problem } from '../../core/problem.ts'
import { problemSentence } from '../../core/text/problems.ts'

/** How a command speaks: answers to standard output, words to standard error. */
export interface Output {
  /** One answer: a JSON line, or its line for people. */
  readonly answer: (data: unknown, line: string) => void
  /** Progress and words. */
  readonly say: (text: string) => void
}
/** What a command is given. */
export interface Given {
  readonly files: readonly string[]
  readonly out: string | null
  readonly today: string | null
  readonly pack: string | null
  readonly unit: string | null
  /** Which sample set, how many units and from which seed. */
  readonly set: string | null
  readonly units: string | null
  readonly seed: string | null
  /** The ledger's file or server, the region's leading digits, who works. */
  readonly ledger: string | null
  readonly region: string | null
  readonly by: string | null
  /** Queries of a return, its reason and due day; what is clean at once. */
  readonly query: readonly string[] | null
  readonly reason: string | null
  readonly due: string | null
  readonly clean: boolean
  /** A draw: how many, from which strata, with which tickets, from which group. */
  readonly count: string | null
  readonly strata: string | null
  readonly weights: string | null
  readonly group: string | null
  /** Tables: the edition, year, basis, level, switches as key=option, and the form of files. */
  readonly edition: string | null
  readonly year: string | null
  readonly basis: string | null
  readonly level: string | null
  readonly switch: readonly string[] | null
  readonly format: string | null
  /** The file of a key that signs. */
  readonly key: string | null
  /** A figure from outside: where it comes from and of which day. */
  readonly source: string | null
  readonly date: string | null
}
/** A command line that says nothing but its command; a new option starts here. */
export const nothingGiven: Given = { files: [], out: null, today: null, pack: null, unit: null, set: null, units: null, seed: null, ledger: null, region: null, by: null, query: null, reason: null, due: null, clean: false, count: null, strata: null, weights: null, group: null, edition: null, year: null, basis: null, level: null, switch: null, format: null, key: null, source: null, date: null }
/** 0 fine, 2 done but something was refused or found, 64 usage, 70 fault (D10). */
export type Status = 0 | 2 | 64 | 70
export type Command = (given: Given, output: Output) => Promise<Status>

/** An output on this process's streams. */
export const outputTo = (json: boolean): Output => ({
  answer: (data, line) => { process.stdout.write(`${json ? JSON.stringify(data) : line}\n`) },
  say: text => { process.stderr.write(`${text}\n`) },
})

/** The sentence of a problem, its reference at the end. */
export const spoken = (problem: Problem): string => problemSentence(problem) + (problem.ref === undefined ? '' : `（编号 ${problem.ref}）`)

/** Says a problem and gives the status it means. */
export function refused(output: Output, problem: Problem): Status {
  output.say(spoken(problem))
  return problem.code === 'fault' ? 70 : problem.code === 'usage' ? 64 : 2
}
