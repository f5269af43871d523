import { useEffect, useState } from 'react'
import type { Pack } from '../../../core/pack/schema.ts'
import { call } from '../../api.ts'
import { codeOf, itemOf } from '../../store/catalog.ts'

const known = new Map<string, Pack>()

/** An installed pack, read once; null when it is not installed here. */
const findPack = async (id: string): Promise<Pack | null> => {
  const have = known.get(id)
  if (have) return have
  const answer = await call('pack.open', { pack: id })
  if (answer.ok) known.set(id, answer.value)
  return answer.ok ? answer.value : null
}

/** How people name an item of a pack such as annual-2026@1.0: its code and name, null when the pack is not installed, nothing until that is known. */
export const useItemName = (pack: string | null): ((key: string) => string | null) => {
  const id = pack?.split('@')[0] ?? ''
  const [found, setFound] = useState<Pack | null | undefined>(known.get(id))
  useEffect(() => {
    let live = true
    if (id !== '') void findPack(id).then((one) => live && setFound(one))
    return () => {
      live = false
    }
  }, [id])
  return (key) => {
    if (found === undefined && id !== '') return ''
    const item = found ? itemOf(found, key) : null
    return found && item ? `${codeOf(found, key)} ${item.name}`.trim() : null
  }
}
