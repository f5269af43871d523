import type { Pack } from '../pack/schema.ts'
import { eachWords, type Frame } from './expand.ts'
import type { InputRef } from './formula.ts'
import { inputName, programFor } from './program.ts'
import type { InputSpec, TableSpec } from './schema.ts'
import { withWords } from './words.ts'

/** A figure from outside that a table asks for, in words. */
export interface NamedInput extends InputRef { readonly name: string; readonly unit: string }

/** The pack's inputs by kind and key, those of each code written out. */
export function namesOfInputs(pack: Pack): ReadonlyMap<string, InputSpec> {
  const written = pack.inputs.flatMap((spec) => (spec.each === undefined ? [spec] : eachWords(spec.each, { ...frameOf(pack), pack }).map((w) => ({ ...spec, key: withWords(spec.key, w), name: withWords(spec.name, w) }))))
  return new Map(written.map((spec) => [`${spec.kind} ${spec.key}`, spec] as const))
}

/** A frame without places, to read expressions with. */
export const frameOf = (pack: Pack, switches: Frame['switches'] = {}): Frame => ({ pack, year: pack.year, region: '', regionName: '', places: ['500106'], switches })

/** Every way one switch may stand, the others at their default. */
export function standings(spec: TableSpec): readonly Frame['switches'][] {
  return [{}, ...spec.switches.flatMap((s) => s.options.filter((o) => o.key !== s.default).map((o) => ({ [s.key]: o.key })))]
}

/** Every input that the pack's tables ask for, each once, in the order of the tables. */
export function inputsOf(pack: Pack, year: number): readonly NamedInput[] {
  const names = namesOfInputs(pack)
  const found = new Map<string, NamedInput>()
  for (const spec of pack.tables) for (const switches of standings(spec)) {
    for (const ref of programFor(spec, { ...frameOf(pack, switches), year }).inputs) {
      const named = names.get(`${ref.kind} ${ref.key}`)
      if (!found.has(inputName(ref))) found.set(inputName(ref), { ...ref, name: named?.name ?? ref.key, unit: named?.unit ?? '' })
    }
  }
  return [...found.values()]
}
