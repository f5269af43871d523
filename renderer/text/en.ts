import { zh } from './zh.ts'
import type { Texts } from './zh.ts'

/** Every sentence of the window in English. */
export const en: Texts = zh
