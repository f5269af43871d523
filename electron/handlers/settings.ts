import type { Request, Settings } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Reader } from '../db/open.ts'
import { putSetting, settingsOf } from '../db/setting.ts'
import { governedSettings } from '../policy/governed.ts'
import type { Desk } from './desk.ts'
import type { Host } from './host.ts'

/** Stores the settings given and answers with all of them. */
export function appSettings(desk: Desk, args: Request<'app.settings'>): Result<Settings> {
  const store = desk.store()
  if (!store.ok) return store
  store.value.write(db => {
    for (const [key, value] of Object.entries(args)) putSetting(db, key, String(value))
  })
  return ok(settingsIn(store.value.read, desk.host))
}

/** The settings in force, with their defaults; what a policy fixes goes before what was chosen. */
export function settingsIn(db: Reader, host: Host): Settings {
  const stored = settingsOf(db)
  const one = <T extends string>(value: string | undefined, allowed: readonly T[], fallback: T): T => allowed.find(a => a === value) ?? fallback
  return {
    userName: stored.userName ?? host.osUser,
    role: one(stored.role, ['agency', 'regulator'], 'agency'),
    enter: one(stored.enter, ['down', 'right', 'stay'], 'down'),
    theme: one(stored.theme, ['system', 'light', 'dark', 'contrast'], 'system'),
    density: one(stored.density, ['compact', 'standard', 'loose'], 'standard'),
    letters: one(stored.letters, ['standard', 'large'], 'standard'),
    zoom: Number(stored.zoom ?? 100),
    exportFolder: stored.exportFolder ?? host.exportDir,
    language: one(stored.language, ['zh', 'en'], 'zh'),
    guideSeen: stored.guideSeen === 'true',
    ...governedSettings(host.policy?.policy ?? {}),
  }
}
