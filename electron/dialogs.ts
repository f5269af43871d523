import { app, dialog, shell, type BrowserWindow } from 'electron'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { printPaper } from './pdf.ts'

const title = z.string().max(100)
const shapes = {
  'dialog.folder': z.strictObject({ title, start: z.string().max(4096).nullable() }),
  'dialog.open': z.strictObject({ title, kinds: z.enum(['pack', 'xlsx', 'key', 'any', 'ledger', 'sheet', 'intake', 'upward']), many: z.boolean() }),
  'dialog.save': z.strictObject({ title, name: z.string().max(255), kinds: z.enum(['table', 'ledger', 'upward']).optional() }),
  'print.paper': z.strictObject({ html: z.string().max(64_000_000) }),
  'shell.show': z.strictObject({ path: z.string().max(4096) }),
  'window.control': z.strictObject({ do: z.enum(['minimize', 'maximize', 'close']) }),
  'window.ready': z.strictObject({}),
} as const

const filters = {
  xlsx: [{ name: 'Excel 工作簿', extensions: ['xlsx'] }],
  pack: [{ name: '检报任务包', extensions: ['jbpack'] }],
  key: [{ name: '密钥文件', extensions: ['jbkey'] }],
  table: [{ name: 'Excel 工作簿', extensions: ['xlsx'] }, { name: 'CSV（UTF-8）', extensions: ['csv'] }],
  ledger: [{ name: '检报台账', extensions: ['ledger'] }],
  upward: [{ name: '检报上报文件', extensions: ['jbup'] }],
  sheet: [{ name: 'Excel 工作簿、CSV', extensions: ['xlsx', 'csv'] }],
  intake: [{ name: '报送件、加密件、压缩包', extensions: ['xlsx', 'age', 'zip'] }, { name: '所有文件', extensions: ['*'] }],
  any: [{ name: '所有文件', extensions: ['*'] }],
}

/** Answers what only the main process can do for a window: [] when cancelled or refused. */
export async function answerDialog(window: BrowserWindow, name: string, args: unknown): Promise<readonly string[]> {
  if (!Object.hasOwn(shapes, name)) return []
  const known = name as keyof typeof shapes
  const read = shapes[known].safeParse(args)
  if (!read.success) return []
  return acts[known](window, read.data as never)
}

type Acts = { readonly [K in keyof typeof shapes]: (window: BrowserWindow, args: z.infer<(typeof shapes)[K]>) => Promise<readonly string[]> }
const acts: Acts = {
  'dialog.folder': async (window, args) => {
    const defaultPath = args.start ?? app.getPath('desktop')
    const got = await dialog.showOpenDialog(window, { title: args.title, defaultPath, properties: ['openDirectory', 'createDirectory'] })
    return got.filePaths
  },
  'dialog.open': async (window, args) => {
    const properties = args.many ? (['openFile', 'multiSelections'] as const) : (['openFile'] as const)
    const got = await dialog.showOpenDialog(window, { title: args.title, filters: filters[args.kinds], properties: [...properties] })
    return got.filePaths
  },
  'dialog.save': async (window, args) => {
    const got = await dialog.showSaveDialog(window, { title: args.title, defaultPath: join(app.getPath('desktop'), args.name), ...(args.kinds ? { filters: filters[args.kinds] } : {}) })
    return got.filePath ? [got.filePath] : []
  },
  'shell.show': async (_window, args) => {
    if (isAbsolute(args.path)) shell.showItemInFolder(args.path)
    return []
  },
  'print.paper': async (_window, args) => [await printPaper(args.html).catch(() => 'failed')],
  'window.control': async (window, args) => {
    if (args.do === 'minimize') window.minimize()
    else if (args.do === 'close') window.close()
    else if (window.isMaximized()) window.unmaximize()
    else window.maximize()
    return []
  },
  'window.ready': async (window) => {
    window.emit('jianbao-ready')
    return []
  },
}
