import type { Answer, PackSummary, Request, Settings } from '../../core/contract.ts'
import type { Pack } from '../../core/pack/schema.ts'
import { ok, type Result } from '../../core/result.ts'
import { newestBackup } from '../backup.ts'
import type { Reader } from '../db/open.ts'
import { putSetting, settingsOf } from '../db/setting.ts'
import { units } from '../db/unit.ts'
import { workFile, type Desk } from './desk.ts'
import type { Host } from './host.ts'
import { makeSamples } from './samples.ts'
import { unitSummary } from './view.ts'

/** What the home screen shows. */
export function appState(desk: Desk): Result<Answer<'app.state'>> {
  const store = desk.store()
  if (!store.ok) return store
  const db = store.value.read
  return ok({
    version: desk.host.appVersion, workFile: workFile(desk.host, desk.which()), which: desk.which(), osUser: desk.host.osUser,
    settings: settingsIn(db, desk.host), packs: desk.packs.all().map(p => summaryOf(p.pack)),
    units: units(db).map(unit => unitSummary(desk, db, unit)),
    backup: newestBackup(store.value, desk.host.dataDir),
  })
}

/** Stores the settings given and answers with all of them. */
export function appSettings(desk: Desk, args: Request<'app.settings'>): Result<Settings> {
  const store = desk.store()
  if (!store.ok) return store
  store.value.write(db => {
    for (const [key, value] of Object.entries(args)) putSetting(db, key, String(value))
  })
  return ok(settingsIn(store.value.read, desk.host))
}

/** Turns to the samples' work file, made on first use, or back to the user's own. */
export async function appWorkfile(desk: Desk, args: Request<'app.workfile'>): Promise<Result<Answer<'app.state'>>> {
  const before = desk.which()
  desk.turnTo(args.which)
  const made = args.which === 'samples' ? await makeSamples(desk) : ok(null)
  if (made.ok) return appState(desk)
  desk.turnTo(before)
  return made
}

/** The settings in force, with their defaults. */
export function settingsIn(db: Reader, host: Host): Settings {
  const stored = settingsOf(db)
  const one = <T extends string>(value: string | undefined, allowed: readonly T[], fallback: T): T => allowed.find(a => a === value) ?? fallback
  return {
    userName: stored.userName ?? host.osUser,
    role: one(stored.role, ['agency', 'regulator'], 'agency'),
    enter: one(stored.enter, ['down', 'right', 'stay'], 'down'),
    theme: one(stored.theme, ['system', 'light', 'dark', 'contrast'], 'system'),
    density: one(stored.density, ['compact', 'standard', 'loose'], 'standard'),
    zoom: Number(stored.zoom ?? 100),
    exportFolder: stored.exportFolder ?? host.exportDir,
  }
}

const summaryOf = (p: Pack): PackSummary => ({ id: p.id, version: p.version, title: p.title, year: p.year, sample: p.sample, deadline: p.dates.deadline })
