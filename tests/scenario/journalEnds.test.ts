import { mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync, appendFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isWhole, journalEnds, journalPath, proof, readJournal, resumeJournal, startJournal } from '../../electron/journal.ts'

let folder: string
let backup: string
let work: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-journal-'))
  backup = join(folder, '检报数据-1.jianbao')
  work = join(folder, '检报数据.jianbao')
  writeFileSync(backup, 'copy')
  writeFileSync(work, 'work')
})
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

const path = (): string => journalPath(backup)
const started = () => startJournal(backup, work, 12) ?? never()
const resumed = () => resumeJournal(backup, journalEnds(backup), work, 12) ?? never()
function never(): never { throw new Error('no journal') }
const long = '长'.repeat(200_000)

/** What the whole journal says, read line by line. */
function slowly(): unknown {
  const read = readJournal(backup)
  return read && { version: read.version, sum: read.sum, next: read.next, ended: read.ended }
}
function agrees(saved: boolean): void {
  const ends = journalEnds(backup)
  expect(ends).toMatchObject({ saved })
  expect(ends).toMatchObject(slowly() as object)
}

describe('the ends of a journal', () => {
  it('say whether something was saved, however often it was opened and closed in between', () => {
    started().end(null)
    agrees(false)
    for (let n = 0; n < 3; n += 1) resumed().end(null)
    agrees(false)
    const journal = resumed()
    expect(journal.saved()).toBe(false)
    journal.add([['update unit set note = ?', '一']])
    expect(journal.saved()).toBe(true)
    agrees(true)
    journal.end(null)
    for (let n = 0; n < 2000; n += 1) resumed().end(null)
    agrees(true)
    expect(resumed().saved()).toBe(true)
  })

  it.each([['short', ['一']], ['longer than a block', [long]], ['two long ones', [long, long]], ['long, then short', [long, '一']]])('are right with steps that are %s', (_, notes) => {
    const journal = started()
    for (const note of notes) journal.add([['update unit set note = ?', note]])
    agrees(true)
    journal.end(null)
    agrees(true)
    resumed().end('检报数据-2.jianbao')
    expect(journalEnds(backup)).toMatchObject({ saved: true, next: '检报数据-2.jianbao', ended: null })
  })

  it.each([1, 5, 60_000, 300_000])('a last line that lacks %i bytes ends nothing and stands for something saved', lack => {
    const journal = started()
    journal.add([['update unit set note = ?', long]])
    truncateSync(path(), statSync(path()).size - lack)
    expect(journalEnds(backup)).toMatchObject({ saved: true, ended: null, next: null })
  })

  it('an ending that was garbled is none', () => {
    started().end(null)
    writeFileSync(path(), readFileSync(path(), 'utf8').replace('"ended"', '"endee"'))
    expect(journalEnds(backup)).toMatchObject({ ended: null, saved: true })
    appendFileSync(path(), 'x')
    expect(journalEnds(backup)).toMatchObject({ ended: null, saved: true })
    writeFileSync(path(), 'nothing of ours\n')
    expect(journalEnds(backup)).toBeNull()
    rmSync(path())
    expect([journalEnds(backup), isWhole(backup)]).toEqual([null, true])
  })
})

describe('what an ending proves of the work file', () => {
  it('the same bytes, bytes that rotted under the same time, or nothing', () => {
    started().end(null)
    const { mtime } = statSync(work)
    expect(proof(journalEnds(backup), work)).toBe('same')
    writeFileSync(work, 'wark')
    utimesSync(work, mtime, mtime)
    expect(proof(journalEnds(backup), work)).toBe('rotten')
    writeFileSync(work, 'other')
    expect(proof(journalEnds(backup), work)).toBeNull()
    expect(resumeJournal(backup, journalEnds(backup), work, 12)).toBeNull()
  })
})
