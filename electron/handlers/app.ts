import type { Answer, Request } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import { newestBackup } from '../backup.ts'
import { putSetting, settingsOf } from '../db/setting.ts'
import { units } from '../db/unit.ts'
import { workFile, type Desk } from './desk.ts'
import { settingsIn } from './settings.ts'
import { unitSummaries } from './summaries.ts'

/** What the home screen shows. */
export function appState(desk: Desk): Result<Answer<'app.state'>> {
  const store = desk.store()
  if (!store.ok) return store
  const db = store.value.read
  // What the units' drafts went through is told with them.
  const listed = unitSummaries(desk, db, units(db))
  return ok({
    version: desk.host.appVersion, workFile: workFile(desk.host, desk.which()), which: desk.which(), osUser: desk.host.osUser,
    settings: settingsIn(db, desk.host), packs: desk.packs.summaries(),
    units: listed,
    backup: newestBackup(store.value, desk.host.dataDir),
    notices: desk.notices(), policy: desk.policy,
  })
}

/** Turns to the samples' work file, made on first use, or back to the user's own. */
export async function appWorkfile(desk: Desk, args: Request<'app.workfile'>): Promise<Result<Answer<'app.state'>>> {
  const before = desk.which()
  const shown = displayOf(desk)
  desk.turnTo(args.which)
  const made = args.which === 'samples' ? await (await import('./samples.ts')).makeSamples(desk) : ok(null)
  if (made.ok) {
    const store = desk.store()
    if (store.ok && before !== args.which) store.value.write(db => { for (const [key, value] of shown) putSetting(db, key, value) })
    return appState(desk)
  }
  desk.turnTo(before)
  return made
}

/** How the window looks and speaks; it stays so in the other work file. */
function displayOf(desk: Desk): readonly (readonly [string, string])[] {
  const store = desk.store()
  const stored = store.ok ? settingsOf(store.value.read) : {}
  return ['language', 'theme', 'density', 'letters', 'zoom', 'enter'].flatMap(key => (stored[key] === undefined ? [] : [[key, stored[key]] as const]))
}
