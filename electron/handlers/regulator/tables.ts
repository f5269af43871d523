import type { Request } from '../../../core/contract.ts'
import type { Desk } from '../desk.ts'
import { tablesInputs, tablesSetInput } from './tables/inputs.ts'
import { tablesLineage } from './tables/lineage.ts'
import { tablesList } from './tables/list.ts'
import { tablesMake } from './tables/make.ts'
import { tablesExport } from './tablesExport.ts'

/** Calls on consolidated tables (汇总). */
export const tablesHandlers = {
  'tables.list': tablesList,
  'tables.make': tablesMake,
  'tables.lineage': tablesLineage,
  'tables.inputs': tablesInputs,
  'tables.setInput': tablesSetInput,
  'tables.export': (desk: Desk, args: Request<'tables.export'>) => tablesExport(desk, args, asked => tablesMake(desk, asked)),
}
