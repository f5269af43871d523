import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { CheckState, Licence } from '../../core/contract/about.ts'
import { readBuild, type BuildRecord } from '../buildRecord.ts'
import { selfCheck, type Installed } from './selfCheck.ts'

/** The program that runs: what its build wrote into it, and what comparing its files gave. */
export interface Program {
  readonly build: BuildRecord | null
  readonly check: () => CheckState
  /** Begins to compare, unless that is going on. */
  readonly begin: () => Promise<CheckState>
  readonly licences: () => readonly Licence[]
}

const licences = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }))

/** The program at `home`: app.asar of an installed one, or a checkout. */
export function programAt(home: string, now: () => Date): Program {
  const build = readBuild(home)
  let state: CheckState = { state: 'waiting' }
  let running: Promise<CheckState> | null = null
  const begin = (): Promise<CheckState> => {
    running ??= selfCheck(installedAt(home, build), now).then(result => { running = null; return (state = result) })
    if (state.state === 'waiting') state = { state: 'running' }
    return running
  }
  return {
    build, begin,
    check: () => (running ? { state: 'running' } : state),
    licences: () => readLicences(home),
  }
}

/** Where the files of an installed program stand; null for a checkout. */
export function installedAt(home: string, build: BuildRecord | null): Installed | null {
  if (build === null || basename(home) !== 'app.asar') return null
  return { folder: join(home, '..', '..'), keys: build.keys, signed: build.signed }
}

function readLicences(home: string): readonly Licence[] {
  try {
    return licences.parse(JSON.parse(readFileSync(join(home, 'third-party.json'), 'utf8')))
  } catch {
    return []
  }
}
