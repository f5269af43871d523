import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The mark in every Electron binary behind which its fuses stand, their version and number, then one letter for each. */
const FUSES = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('10110001')])
const MACHINE = { x64: 0x3e, arm64: 0xb7 } as const

const FILES = [
  'chrome_100_percent.pak', 'chrome_200_percent.pak', 'icudtl.dat', 'resources.pak', 'snapshot_blob.bin', 'v8_context_snapshot.bin', 'vk_swiftshader_icd.json',
  'libEGL.so', 'libGLESv2.so', 'libffmpeg.so', 'libvk_swiftshader.so', 'libvulkan.so.1', 'LICENSE', 'LICENSES.chromium.html',
  'locales/zh-CN.pak', 'locales/en-US.pak', 'locales/fr.pak', 'locales/de.pak',
]

/** The shape of an unpacked Electron for Linux, small: what packing looks at is there, nothing in it runs. */
export function stubElectron(folder: string, arch: keyof typeof MACHINE): string {
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true })
  for (const name of FILES) writeFileSync(join(folder, name), `${name}\n`.repeat(50))
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler']) writeFileSync(join(folder, name), elf(arch), { mode: 0o755 })
  writeFileSync(join(folder, 'electron'), Buffer.concat([elf(arch), FUSES]), { mode: 0o755 })
  writeFileSync(join(folder, 'version'), '45.4.1')
  return folder
}

/** The head of a 64-bit program for this processor. */
function elf(arch: keyof typeof MACHINE): Buffer {
  const head = Buffer.alloc(64)
  head.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  head.writeUInt16LE(3, 16)
  head.writeUInt16LE(MACHINE[arch], 18)
  return head
}
