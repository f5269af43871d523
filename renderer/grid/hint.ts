import type { IconName } from '../ui/icons/paths.ts'

/** What the 提示 column says of a cell. */
export interface Hint { readonly icon: IconName | null; readonly tone: 'stop' | 'verify' | 'accent' | 'quiet'; readonly text: string }
