import { tableRequests } from '../../../core/contract/regulator/tables.ts'
import { tablesInputs, tablesSetInput } from './tables/inputs.ts'
import { tablesLineage } from './tables/lineage.ts'
import { tablesList } from './tables/list.ts'
import { tablesMake } from './tables/make.ts'
import { unbuilt } from './unbuilt.ts'

/** Calls on consolidated tables (汇总). */
export const tablesHandlers = {
  ...unbuilt({ 'tables.export': tableRequests['tables.export'] }),
  'tables.list': tablesList,
  'tables.make': tablesMake,
  'tables.lineage': tablesLineage,
  'tables.inputs': tablesInputs,
  'tables.setInput': tablesSetInput,
}
