import type { aboutRequests } from '../../core/contract/about.ts'
import type { Answer, Request } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import { newestBackup } from '../backup.ts'
import { aboutOf } from './aboutFacts.ts'
import { workFile, type Desk } from './desk.ts'
import { writeDiagnostics } from './diagnostics.ts'

type Area = keyof typeof aboutRequests

/** Calls about the program itself. */
export const aboutHandlers: { readonly [C in Area]: (desk: Desk, args: Request<C>) => Result<Answer<C>> | Promise<Result<Answer<C>>> } = {
  'about.state': desk => ok(aboutOf(desk)),
  'about.check': desk => { void desk.program.begin(); return ok(desk.program.check()) },
  'about.licences': desk => ok(desk.program.licences()),
  'about.diagnostics': (desk, { path }) => writeDiagnostics(desk, path),
  'backup.due': desk => backupDue(desk),
}

/** A backup because a policy's interval has passed since the newest one while something was saved. */
function backupDue(desk: Desk): Result<Answer<'backup.due'>> {
  const minutes = desk.policy.policy.backupMinutes
  if (minutes === undefined || desk.which() !== 'own' || !desk.unsaved()) return ok({ made: null })
  const newest = newestBackup({ path: workFile(desk.host, 'own') }, desk.host.dataDir)
  if (newest !== null && desk.host.now().getTime() - Date.parse(newest) < minutes * 60_000) return ok({ made: null })
  const made = desk.backUp('forced')
  if (!made.ok) desk.tell({ kind: 'backup-failed', params: {} })
  return ok({ made: made.ok ? made.value.at : null })
}
