import type { ReactNode } from 'react'
import type { ImportCell } from '../../../core/import/plan.ts'
import type { IconName } from '../../ui/icons/paths.ts'
import { Mark } from '../../ui/Mark.tsx'

/** In the order in which they are counted. */
export const verdicts = ['fills', 'replaces', 'same', 'refused'] as const satisfies readonly ImportCell['verdict'][]
const icons: Readonly<Record<ImportCell['verdict'], IconName>> = { fills: 'plus', replaces: 'pen', same: 'tick', refused: 'stop' }
const tones: Readonly<Record<ImportCell['verdict'], string>> = { fills: 'c-accent', replaces: 'c-accent', same: 'grey', refused: 'c-stop' }

/** A verdict as shape, words and colour. */
export const VerdictIcon = ({ verdict, children }: { verdict: ImportCell['verdict']; children: ReactNode }) => (
  <Mark name={icons[verdict]} className={tones[verdict]}>{children}</Mark>
)
