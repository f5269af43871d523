import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const record = z.object({
  version: z.string(), commit: z.string(), time: z.string(), target: z.string(), arch: z.string(),
  electron: z.string(), chromium: z.string(), sqlite: z.string(),
  /** Built with an Electron that is not for release. */
  development: z.boolean(),
  /** A test package that may be driven through a debugging port. */
  debuggable: z.boolean(),
  signed: z.boolean(),
  /** Raw Ed25519 public keys (base64) that updates and the manifest are signed with: the one in force, then the next. */
  keys: z.array(z.string()).readonly(),
}).readonly()

/** What the build wrote of itself into the program. */
export type BuildRecord = z.infer<typeof record>

/** The record of the program that stands at `home`; null in a checkout, which was not built. */
export function readBuild(home: string): BuildRecord | null {
  try {
    return record.parse(JSON.parse(readFileSync(join(home, 'build.json'), 'utf8')))
  } catch {
    return null
  }
}
