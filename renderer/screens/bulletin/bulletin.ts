import { create } from 'zustand'
import type { Bulletin } from '../../../core/contract/regulator/watch.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, dialog } from '../../api.ts'
import { t } from '../../text/texts.ts'
import { wholeScope } from '../tables/tables.ts'

interface BulletinSlice {
  readonly bulletin: Bulletin | null
  /** Words typed and not kept yet, by block. */
  readonly typed: Readonly<Record<string, string>>
  readonly busy: boolean
  readonly said: string | null
  readonly problem: Problem | null
  readonly load: (anew?: boolean) => Promise<void>
  readonly type: (id: string, text: string) => void
  readonly save: () => Promise<boolean>
  readonly write: (formats: readonly ('docx' | 'pdf')[], start: string) => Promise<void>
}

/** The year's bulletin as it is edited; writing keeps changes first. */
export const useBulletin = create<BulletinSlice>((set, get) => ({
  bulletin: null, typed: {}, busy: false, said: null, problem: null,
  load: async (anew = false) => {
    set({ busy: true, said: null })
    const answer = await call('bulletin.open', { scope: wholeScope, anew })
    set(answer.ok ? { busy: false, bulletin: answer.value, typed: {}, problem: null } : { busy: false, bulletin: null, problem: answer.problem })
  },
  type: (id, text) => set((s) => ({ typed: { ...s.typed, [id]: text }, said: null })),
  save: async () => {
    const { bulletin, typed } = get()
    if (!bulletin) return false
    const blocks = bulletin.blocks.filter((b) => ['title', 'heading', 'text'].includes(b.kind)).map((b) => ({ id: b.id, text: typed[b.id] ?? b.text }))
    const answer = await call('bulletin.save', { year: bulletin.year, blocks })
    set(answer.ok ? { bulletin: answer.value, typed: {}, said: t.bulletin.saved, problem: null } : { problem: answer.problem })
    return answer.ok
  },
  write: async (formats, start) => {
    if (Object.keys(get().typed).length > 0 && !(await get().save())) return
    const [folder] = await dialog('dialog.folder', { title: t.bulletin.folder, start: start || null })
    if (!folder) return
    set({ busy: true, said: t.bulletin.writing })
    const answer = await call('bulletin.write', { scope: wholeScope, folder, formats: [...formats] })
    set(answer.ok ? { busy: false, said: t.bulletin.written(answer.value.files) } : { busy: false, said: null, problem: answer.problem })
  },
}))
