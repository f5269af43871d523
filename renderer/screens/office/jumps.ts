import { create } from 'zustand'
import { useNav } from '../../store/nav.ts'

interface OfficeSlice {
  /** The unit chosen in the register. */
  readonly unit: string | null
  /** The submission open in review. */
  readonly submission: number | null
  /** An item to come to in the submission, once. */
  readonly item: string | null
}

/** What the regulator looks at, across screens. */
export const useOffice = create<OfficeSlice>(() => ({ unit: null, submission: null, item: null }))

/** Opens a unit in the register. */
export const openUnit = (unit: string): void => {
  useOffice.setState({ unit })
  useNav.getState().go('register')
}

/** Opens a submission in review, at an item if one is named. */
export const openSubmission = (submission: number, item: string | null = null): void => {
  useOffice.setState({ submission, item })
  useNav.getState().go('review')
}
