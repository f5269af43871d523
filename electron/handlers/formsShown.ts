import type { FilingView } from '../../core/contract.ts'
import { statesFor } from '../../core/part/elsewhere.ts'
import type { OpenFiling } from './heldFiling.ts'

/** How far every form is, those that somebody else fills apart. */
export const formsShown = (open: OpenFiling): FilingView['forms'] => statesFor(open.auditor.forms(), open.parts)
