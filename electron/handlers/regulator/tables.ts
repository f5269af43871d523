import { tablesInputs, tablesSetInput } from './tables/inputs.ts'
import { tablesLineage } from './tables/lineage.ts'
import { tablesList } from './tables/list.ts'
import { tablesMake } from './tables/make.ts'
import { tablesExport } from './tablesExport.ts'
import type { Handler } from '../handler.ts'

const writing: Handler<'tables.export'> = (desk, args) => tablesExport(desk, args, asked => tablesMake(desk, asked))

/** Calls on consolidated tables (汇总). */
export const tablesHandlers = {
  'tables.export': writing,
  'tables.list': tablesList,
  'tables.make': tablesMake,
  'tables.lineage': tablesLineage,
  'tables.inputs': tablesInputs,
  'tables.setInput': tablesSetInput,
}
