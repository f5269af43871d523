import { app, Menu, MessageChannelMain, safeStorage, utilityProcess, type BrowserWindow, type MessagePortMain, type UtilityProcess } from 'electron'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { readBuild } from './buildRecord.ts'
import { briefFolder, removeFolder } from './briefFolder.ts'
import { answerDialog } from './dialogs.ts'
import { startEngine, type EngineChild, type EngineHost, type EngineOptions } from './engineHost.ts'
import { openDoors } from './ipc.ts'
import { drawsNowhere, forgetDevelopment, refusedSwitch, runHeadless, wordsAfterCli } from './installed.ts'
import { answerKept, keptPasswords, withKept, type Vault } from './keptPassword.ts'
import { printPdf } from './pdf.ts'
import { heapFlags } from './reader/heap.ts'
import type { ForkReader, FromReader } from './reader/messages.ts'
import { policyInForce, policyPlace } from './policy/inForce.ts'
import { startReaders, type ReaderChild } from './readerHost.ts'
import { declareProtocol, openWindow, serveRenderer } from './window.ts'

const folder = __dirname
const root = join(folder, '..', '..')
let window: BrowserWindow | null = null
let engine: EngineHost | null = null
let engineProcess: UtilityProcess | null = null
/** The file that the application was last asked to open: on the command line, or by “open with”. */
let given = givenIn(process.argv, process.cwd())

app.setName('检报')
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
app.commandLine.appendSwitch('disable-background-networking')
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareProtocol()
// Our windows have no menu; the usual one would be built for nothing.
Menu.setApplicationMenu(null)

const words = wordsAfterCli(process.argv)
if (app.isPackaged) forgetDevelopment(process.env)
const refusal = app.isPackaged ? refusedSwitch(process.argv, readBuild(root)) : null
if (refusal !== null) { process.stderr.write(`${refusal}\n`); app.exit(64) }
else if (words) void runCommand(words)
else if (app.requestSingleInstanceLock()) void begin()
else app.quit()

/** The command line, in this process: no window, no screen, a profile of Chromium that is gone afterwards. */
async function runCommand(given: readonly string[]): Promise<void> {
  const without = runHeadless(given)
  if (without !== null) return app.exit(without)
  const profile = briefFolder('jianbao-profile-')
  app.setPath('userData', profile)
  // Pages are printed in a window that closes again; the command goes on.
  app.on('window-all-closed', () => undefined)
  await app.whenReady()
  const program = createRequire(__filename)(join(folder, 'cli.cjs')) as { readonly runCommandLine: (words: readonly string[], host: { readonly readers: ForkReader; readonly pdf: typeof printPdf | null }) => Promise<number> }
  const status = await program.runCommandLine(given, { readers: ownReaders, pdf: drawsNowhere() ? null : printPdf })
  // Windows keeps what Chromium still holds of it until a later run.
  removeFolder(profile, { patient: false })
  app.exit(status)
}

/** The system's key store; a text file that only looks like one does not count. */
const vault: Vault = {
  there: () => safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())),
  lock: (text) => safeStorage.encryptString(text),
  unlock: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
}

let allowed: boolean | null = null
/** Whether a policy lets passwords be kept; asked when it first matters. */
const mayKeep = (): boolean => (allowed ??= policyInForce(policyPlace(process.env, readBuild(root) !== null)).policy.keepPassword !== false)

async function begin(): Promise<void> {
  app.on('second-instance', (_event, argv, folder) => {
    const asked = givenIn(argv, folder)
    if (asked.length > 0) given = asked
    raise()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => leave(event))
  await app.whenReady()
  const running = startEngine({ fork: forkEngine, pdf: printPdf, readers: (child) => startReaders({ introduce: introduceReader, tell: (message) => child().post(message) }) })
  engine = running
  const kept = keptPasswords(join(app.getPath('userData'), '台账口令.json'), vault, mayKeep)
  openDoors(() => window, {
    call: withKept(running.call, kept),
    dialog: async (name, args) => (name === 'window.given' ? takeGiven() : name.startsWith('password.') ? answerKept(kept, name, args) : window ? answerDialog(window, name, args) : []),
  })
  serveRenderer(join(root, 'out', 'renderer'))
  window = openWindow(folder)
  window.on('closed', () => { window = null })
  window.once('jianbao-ready' as 'closed', () => void announce())
}

function givenIn(argv: readonly string[], folder: string): readonly string[] {
  return argv.slice(1).filter((arg) => !arg.startsWith('-') && /\.(xlsx|jbpack)$/i.test(arg)).slice(-1).map((file) => resolve(folder, file))
}

function takeGiven(): readonly string[] {
  const taken = given
  given = []
  return taken
}

const forkEngine: EngineOptions['fork'] = (heard, ended): EngineChild => {
  const env = {
    ...process.env, JIANBAO_DATA_DIR: app.getPath('userData'), JIANBAO_EXPORT_DIR: app.getPath('documents'),
    JIANBAO_HOME: root, JIANBAO_SEEDS_DIR: join(root, 'seeds'), JIANBAO_VERSION: app.getVersion(),
  }
  const child = utilityProcess.fork(join(folder, 'engine.cjs'), [], { serviceName: '检报引擎', env })
  engineProcess = child
  child.on('message', heard)
  child.on('exit', ended)
  return { post: (message) => child.postMessage(message), kill: () => child.kill() }
}

/** A process that reads files, and the end of the channel to it. */
function forkReader(heapMb: number, ended: () => void): { readonly child: ReaderChild; readonly port: MessagePortMain } {
  // A utility process takes no flag of V8 in any other way.
  const child = utilityProcess.fork(join(folder, 'reader.cjs'), [], { serviceName: '检报读取', execArgv: [`--js-flags=${heapFlags(heapMb).join(' ')}`] })
  const { port1, port2 } = new MessageChannelMain()
  child.on('exit', ended)
  child.postMessage(null, [port1])
  return {
    port: port2,
    child: {
      // A reader that hangs would not hear a polite signal.
      kill: () => { if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL') },
      memory: () => { const own = app.getAppMetrics().find((one) => one.pid === child.pid); return own ? own.memory.workingSetSize * 1024 : null },
    },
  }
}

/** The engine and a reader get the two ends of a channel and speak without the main process. */
function introduceReader(id: number, heapMb: number, ended: () => void): ReaderChild {
  const { child, port } = forkReader(heapMb, ended)
  engineProcess?.postMessage({ kind: 'reader', id }, [port])
  return child
}

/** Readers of the command line, which runs in this process and speaks to them itself. */
const ownReaders: ForkReader = ({ heard, ended }, heapMb) => {
  const { child, port } = forkReader(heapMb, ended)
  port.on('message', ({ data }) => heard(data as FromReader))
  port.start()
  return { send: (message) => port.postMessage(message), kill: child.kill, memory: child.memory }
}

function raise(): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** For the start script and the benches: says that the window is usable, and leaves a picture where one is asked. */
async function announce(): Promise<void> {
  if (process.env.JIANBAO_SAY_READY) process.stdout.write('ready\n')
  const target = process.env.JIANBAO_SCREENSHOT
  if (!target || !window) return
  await new Promise((resolve) => setTimeout(resolve, 400))
  await writeFile(target, (await window.webContents.capturePage()).toPNG())
  process.stdout.write(`screenshot: ${target}\n`)
  if (!process.env.JIANBAO_STAY) app.quit()
}

function leave(event: Electron.Event): void {
  const running = engine
  if (!running) return
  event.preventDefault()
  engine = null
  void running.stop().then(() => app.quit())
}
