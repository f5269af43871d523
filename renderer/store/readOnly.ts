import type { FilingState } from '../../core/filing/filing.ts'

/** Whether a filing in this state takes no changes in the window. */
export const isReadOnly = (state: FilingState): boolean => state !== 'draft' && state !== 'reopened'
