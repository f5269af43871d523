import { opendir } from 'node:fs/promises'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FileAsk } from '../../../reader/messages.ts'

/** A file to read, without what is known of files of its size. */
export type Listed = Omit<FileAsk, 'known'>

/** The files of some paths: those named themselves, and those below folders, in the order of their names. Links to folders are not followed. */
export async function listFiles(paths: readonly string[], goOn: () => boolean): Promise<readonly Listed[]> {
  const listed: Listed[] = []
  for (const path of paths) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) await below(path, listed, goOn)
    else listed.push({ path, member: null, named: true })
  }
  return listed
}

async function below(folder: string, listed: Listed[], goOn: () => boolean): Promise<void> {
  if (!goOn()) return
  const names: { readonly name: string; readonly folder: boolean }[] = []
  try {
    for await (const entry of await opendir(folder)) {
      if (entry.isDirectory()) names.push({ name: entry.name, folder: true })
      // What office programs leave beside an open workbook is no file of anybody's.
      else if (!/^(~\$|\.~lock\.)/.test(entry.name)) names.push({ name: entry.name, folder: false })
    }
  } catch { return void listed.push({ path: folder, member: null, named: true }) }
  for (const { name, folder: inner } of names.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, name)
    if (inner) await below(path, listed, goOn)
    else listed.push({ path, member: null, named: false })
  }
}

/** How a file is called in lists: a member after its archive. */
export const shownPath = ({ path, member }: Listed): string => (member ? `${path}!/${member.name}` : path)
