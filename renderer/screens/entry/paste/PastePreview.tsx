import { useEffect, useMemo, useRef, useState } from 'react'
import { opsOf, placeOf } from '../../../../core/paste/ops.ts'
import { planPaste } from '../../../../core/paste/planPaste.ts'
import type { PastePlan, PlanCell } from '../../../../core/paste/plan.ts'
import { afterWriting } from '../../../grid/paste/after.ts'
import { asksLook, bodyCells, countLooks, lookOf } from '../../../grid/paste/look.ts'
import { usePasting } from '../../../grid/paste/pasting.ts'
import type { Pasting } from '../../../grid/paste/pasting.ts'
import { previewOf } from '../../../grid/paste/preview.ts'
import { useView } from '../../../grid/useGridState.ts'
import { catalogOf, itemOf } from '../../../store/catalog.ts'
import { t } from '../../../text/texts.ts'
import { PasteFoot } from './PasteFoot.tsx'
import { PasteGrid, goPlace } from './PasteGrid.tsx'
import { PasteSide } from './PasteSide.tsx'
import { PasteStrip } from './PasteStrip.tsx'

const Head = ({ pasting, rows }: { pasting: Pasting; rows: number }) => {
  const { pack } = useView()
  const place = catalogOf(pack).places.get(pasting.target.item)
  const no = place?.table && place.form.items.length > 0 ? place.table.no : (place?.form.no ?? '')
  const name = place?.table && place.form.items.length > 0 ? place.table.name : (place?.form.name ?? '')
  return (
    <header className="pp-head">
      <h1>{t.paste.title}</h1>
      <span>{t.paste.from(t.paste[pasting.source], rows, pasting.matrix[0]?.length ?? 0)}{t.paste.into(`${t.form.title(pack.marks.prefix, no)} ${name}`)}</span>
      <span className="grow" />
      <span>{t.paste.untouched}</span>
    </header>
  )
}

const Mapping = ({ pasting, plan, mapping, toggle }: { pasting: Pasting; plan: PastePlan; mapping: boolean; toggle: () => void }) => {
  const place = catalogOf(useView().pack).places.get(pasting.target.item)
  const keyed = place?.table !== null && plan.columns.includes(place?.table?.rowKey ?? '')
  const wide = (pasting.matrix[0]?.length ?? 0) > 1 || plan.table !== null
  return (
    <div className="pp-legend">
      <span>{t.paste.legend1}<s>{t.paste.legendStruck}</s>{t.paste.legend2}</span>
      <span className="grow" />
      {wide && <button type="button" className="link" aria-pressed={mapping} onClick={toggle}>{mapping ? t.paste.mapDone : t.paste.mapColumns}</button>}
      {keyed && <button type="button" className="link" onClick={() => usePasting.getState().option({ match: plan.match === 'key' ? 'position' : 'key' })}>{plan.match === 'key' ? t.paste.byPlace : t.paste.byKey}</button>}
    </div>
  )
}

const firstLook = (plan: PastePlan, pasting: Pasting, rowKey: string | null): PlanCell | undefined => {
  const cells = bodyCells(plan)
  return cells.find((cell) => asksLook(lookOf(cell, pasting.choices, rowKey))) ?? cells[0]
}

const Body = ({ pasting, plan }: { pasting: Pasting; plan: PastePlan }) => {
  const view = useView()
  const [mapping, setMapping] = useState(false)
  const preview = useMemo(() => previewOf(view.pack, plan, pasting), [view.pack, plan, pasting])
  const [at, setAt] = useState<string | null>(() => { const first = firstLook(plan, pasting, preview.rowKey); return first ? placeOf(first) : null })
  const ops = useMemo(() => opsOf(plan, pasting.choices), [plan, pasting.choices])
  const after = useMemo(() => afterWriting(view, plan, ops), [view, plan, ops])
  const rows = useMemo(() => new Map((view.data.tables[plan.table ?? ''] ?? []).map((row, n) => [row.id, n + 1])), [view, plan.table])
  const cell = plan.cells.find((one) => placeOf(one) === at)
  const money = plan.unit !== null || plan.cells.some((one) => one.item !== null && itemOf(view.pack, one.item)?.unit === '万元' && one.verdict !== 'skipped')
  const blanks = pasting.options.blanks === 'keep' || plan.cells.some((one) => one.words?.code === 'cleared')
  const start = useRef(at)
  useEffect(() => { if (start.current) goPlace(start.current) }, [])
  return (
    <main className="pp">
      <Head pasting={pasting} rows={preview.rows.length} />
      <div className="pp-main">
        <div className="pp-left panel">
          <PasteGrid view={view} pasting={pasting} preview={preview} rows={rows} have={rows.size} mapping={mapping} at={at} setAt={setAt} />
          <Mapping pasting={pasting} plan={plan} mapping={mapping} toggle={() => setMapping(!mapping)} />
          <span className="grow" />
          {cell && at && <PasteStrip view={view} pasting={pasting} cell={cell} place={at} />}
        </div>
        <PasteSide pasting={pasting} plan={plan} money={money} counts={countLooks(plan, pasting.choices, preview.rowKey)} after={after} blanks={blanks} />
      </div>
      <PasteFoot pasting={pasting} plan={plan} ops={ops} />
    </main>
  )
}

/** The preview of a paste over the form; nothing is written before its button. */
export const PastePreview = ({ pasting }: { pasting: Pasting }) => {
  const view = useView()
  const { matrix, target, options } = pasting
  const plan = useMemo(() => planPaste({ pack: view.pack, data: view.data, computed: view.computed, prior: view.prior, matrix, target, options }), [view, matrix, target, options])
  return plan && <Body pasting={pasting} plan={plan} />
}
