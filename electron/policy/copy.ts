import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

const KEEP = 20

/** Copies of backups in the folder a policy names, one after the other, beside the work: a slow share keeps nobody waiting. */
export interface Copies {
  readonly add: (path: string) => void
  /** When every copy that was asked for is there or has failed. */
  readonly settled: () => Promise<void>
}

/** Copies into `folder`; a copy that fails is told. The newest twenty of a work file stay. */
export function copiesTo(folder: string | null, failed: (folder: string) => void): Copies {
  let last: Promise<void> = Promise.resolve()
  return {
    add: path => { if (folder !== null) last = last.then(() => copyOne(path, folder)).catch(() => failed(folder)) },
    settled: () => last,
  }
}

async function copyOne(path: string, folder: string): Promise<void> {
  const name = basename(path)
  const temporary = join(folder, `.~${name}.tmp`)
  await mkdir(folder, { recursive: true })
  try {
    await copyFile(path, temporary)
    await rename(temporary, join(folder, name))
  } finally {
    await rm(temporary, { force: true })
  }
  const stem = /^(.*)-\d{8}T\d{6}Z/.exec(name)?.[1] ?? name
  const own = (await readdir(folder)).filter(each => each.startsWith(`${stem}-`) && /-\d{8}T\d{6}Z[^/]*\.(jianbao|ledger)$/.test(each)).sort().reverse()
  for (const old of own.slice(KEEP)) await rm(join(folder, old), { force: true })
}
