import { Select } from 'antd'
import type { FilingView } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { itemChoices } from './parts.ts'

const i = t.importing

/** The item a cell or a sum goes to, found by code or name. */
export const ItemChoice = ({ view, item, change }: { view: FilingView; item: string; change: (item: string) => void }) => (
  <Select className="import-item" showSearch={{ optionFilterProp: 'label' }} value={item || null} placeholder={i.pickItem} options={[...itemChoices(view.pack)]} onChange={change} popupMatchSelectWidth={340} aria-label={i.pickItem} />
)
