import { useEffect, useState } from 'react'
import type { Pack } from '../../../core/pack/schema.ts'
import { call } from '../../api.ts'
import { codeOf, itemOf } from '../../store/catalog.ts'
import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'

const known = new Map<string, Pack>()

/** The pack of a submission as a filing of this work file has it; null when none was ever filled here. */
const findPack = async (id: string): Promise<Pack | null> => {
  const open = useFiling.getState().view?.pack
  if (open?.id === id) known.set(id, open)
  const have = known.get(id)
  if (have) return have
  const filing = useApp.getState().state?.units.flatMap((unit) => unit.filings).find((f) => f.pack === id)
  const answer = filing ? await call('filing.open', { filing: filing.filing }) : null
  if (answer?.ok) known.set(id, answer.value.pack)
  return known.get(id) ?? null
}

/** How people name an item of a pack such as annual-2026@1.0: its code and name, or null when the pack is not at hand. */
export const useItemName = (pack: string | null): ((key: string) => string | null) => {
  const id = pack?.split('@')[0] ?? ''
  const [found, setFound] = useState<Pack | null>(known.get(id) ?? null)
  useEffect(() => {
    let live = true
    void findPack(id).then((one) => live && setFound(one))
    return () => {
      live = false
    }
  }, [id])
  return (key) => {
    const item = found ? itemOf(found, key) : null
    return found && item ? `${codeOf(found, key)} ${item.name}`.trim() : null
  }
}
