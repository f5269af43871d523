import { sealEn } from './seal.ts'
import { verdictEn, verifyEn } from './verify.ts'
import { zh } from './zh.ts'
import type { Texts } from './zh.ts'

/** Every sentence of the window in English. */
export const en: Texts = { ...zh, seal: sealEn, verdict: verdictEn, verify: verifyEn }
