import type { Aggregate } from '../../../core/consolidate/formula.ts'
import { partsSql } from '../../../core/consolidate/sql/statement.ts'
import { makingOf, type Ground } from './run.ts'

/** One unit's part of an aggregate; of a distinct count its text. */
export interface UnitPart { readonly id: number | null; readonly unit: string; readonly part: string }

/** What each unit gives to an aggregate; a unit whose condition holds is there even with 0. */
export async function unitParts(aggregate: Aggregate, ground: Ground): Promise<readonly UnitPart[]> {
  return ground.sql.all<UnitPart>(partsSql(aggregate, makingOf(ground, aggregate.offset, false)))
}
