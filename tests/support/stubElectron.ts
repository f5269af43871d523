import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './sources.ts'

/** The mark in every Electron binary behind which its fuses stand, their version and number, then one letter for each. */
const FUSES = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('10110001')])
const MACHINE = { x64: 0x3e, arm64: 0xb7 } as const
const WINDOWS_MACHINE = { x64: 0x8664, arm64: 0xaa64 } as const

const EVERYWHERE = [
  'chrome_100_percent.pak', 'chrome_200_percent.pak', 'icudtl.dat', 'resources.pak', 'snapshot_blob.bin', 'v8_context_snapshot.bin', 'vk_swiftshader_icd.json',
  'LICENSE', 'LICENSES.chromium.html', 'locales/zh-CN.pak', 'locales/en-US.pak', 'locales/fr.pak', 'locales/de.pak',
]
const ON_LINUX = ['libEGL.so', 'libGLESv2.so', 'libffmpeg.so', 'libvk_swiftshader.so', 'libvulkan.so.1']
const LIBRARIES = ['d3dcompiler_47', 'dxcompiler', 'dxil', 'ffmpeg', 'libEGL', 'libGLESv2', 'vk_swiftshader', 'vulkan-1']

/** The shape of an unpacked Electron for Linux, small: what packing looks at is there, nothing in it runs. */
export function stubElectron(folder: string, arch: keyof typeof MACHINE): string {
  writeShared(folder, [...EVERYWHERE, ...ON_LINUX])
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler']) writeFileSync(join(folder, name), elf(arch), { mode: 0o755 })
  writeFileSync(join(folder, 'electron'), Buffer.concat([elf(arch), FUSES]), { mode: 0o755 })
  return folder
}

/**
 * The shape of an unpacked Electron for Windows. Its electron.exe is a real program that does what
 * tests/support/stub/electron.c says; for arm64 it only says that it is one.
 */
export function makeStubElectron(folder: string, arch: keyof typeof WINDOWS_MACHINE): string {
  writeShared(folder, [...EVERYWHERE, 'resources/default_app.asar'])
  const { program, library } = compiled()
  writeFileSync(join(folder, 'electron.exe'), forMachine(program, WINDOWS_MACHINE[arch]))
  for (const name of LIBRARIES) writeFileSync(join(folder, `${name}.dll`), forMachine(library, WINDOWS_MACHINE[arch]))
  return folder
}

function writeShared(folder: string, files: readonly string[]): void {
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true })
  for (const name of files) writeFileSync(join(folder, name), `${name}\n`.repeat(50))
  writeFileSync(join(folder, 'version'), '45.4.1')
}

/** The head of a 64-bit program for this processor. What the system cannot start it gives to a shell: the padding ends that one before it takes the rest for commands. */
function elf(arch: keyof typeof MACHINE): Buffer {
  const head = Buffer.alloc(64)
  head.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  head.write('\nexit\n', 9)
  head.writeUInt16LE(3, 16)
  head.writeUInt16LE(MACHINE[arch], 18)
  return head
}

interface Compiled { readonly program: Buffer; readonly library: Buffer }
let made: Compiled | null = null

/** Compiles the stub program and the stub library, once for all that asks in this process. */
function compiled(): Compiled {
  if (made !== null) return made
  const work = mkdtempSync(join(tmpdir(), 'jianbao-stub-'))
  const gcc = (...words: readonly string[]): unknown => execFileSync('x86_64-w64-mingw32-gcc', ['-Os', '-s', '-Wl,--no-insert-timestamp', ...words], { cwd: work })
  try {
    cpSync(join(root, 'tests/support/stub'), work, { recursive: true })
    execFileSync('x86_64-w64-mingw32-windres', ['electron.rc', 'resource.o'], { cwd: work })
    gcc('-mwindows', '-o', 'electron.exe', 'electron.c', 'resource.o', '-lversion', '-lshell32')
    gcc('-shared', '-o', 'library.dll', 'library.c')
    made = { program: readFileSync(join(work, 'electron.exe')), library: readFileSync(join(work, 'library.dll')) }
    return made
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** The same file, said to be for another processor. */
function forMachine(file: Buffer, machine: number): Buffer {
  const copy = Buffer.from(file)
  copy.writeUInt16LE(machine, copy.readUInt32LE(0x3c) + 4)
  return copy
}
