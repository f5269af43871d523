import { readFileSync } from 'node:fs'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

/** The processor that a Windows program or library says it is for. */
export function machineOf(file: string): 'x64' | 'arm64' | 'other' {
  const bytes = readFileSync(file)
  const machine = bytes.readUInt16LE(bytes.readUInt32LE(0x3c) + 4)
  return machine === 0x8664 ? 'x64' : machine === 0xaa64 ? 'arm64' : 'other'
}

/** What a program says of itself: its names, its version, its pictures, and the digests of archives that Electron holds them to. */
export function resourcesOf(file: string): { readonly strings: Readonly<Record<string, string>>; readonly version: readonly number[]; readonly icons: number; readonly integrity: unknown } {
  const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(file), { ignoreCert: true }))
  const [info] = Resource.VersionInfo.fromEntries(entries)
  const [language] = info?.getAllLanguagesForStringValues() ?? []
  const { productVersionMS = 0, productVersionLS = 0 } = info?.fixedInfo ?? {}
  const integrity = entries.filter((entry) => entry.type === 'INTEGRITY' && entry.id === 'ELECTRONASAR')
  return {
    strings: language && info ? info.getStringValues(language) : {},
    version: [productVersionMS >>> 16, productVersionMS & 0xffff, productVersionLS >>> 16, productVersionLS & 0xffff],
    icons: entries.filter((entry) => entry.type === 3).length,
    integrity: integrity.map((entry) => JSON.parse(Buffer.from(entry.bin).toString('utf8')) as unknown).flat(),
  }
}
