import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopCluster } from './postgres.ts'

/** Gives every test file of this run the same place for a server, and stops the server that one of them started. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-pg-'))
  process.env['JIANBAO_TEST_PG'] = folder
  return () => {
    try { stopCluster(folder) } finally { rmSync(folder, { recursive: true, force: true }) }
  }
}
