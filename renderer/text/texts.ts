import { problemSentence } from '../../core/text/problems.ts'
import type { Language } from '../../core/text/problems.ts'
import type { Problem } from '../../core/problem.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'
import type { Texts } from './zh.ts'
import { live } from './live.ts'

const texts: Readonly<Record<Language, Texts>> = { zh, en }
/** The language the window speaks now. */
export let language: Language = 'zh'

/** Turns to a language; what is drawn from then on speaks it, and the page says so. */
export const speak = (next: Language): void => {
  language = next
  if (typeof document !== 'undefined') document.documentElement.lang = next === 'en' ? 'en' : 'zh-CN'
}

/** The sentences of the language in force. */
export const t: Texts = live(() => texts[language])

/** A problem as a sentence, its reference number at the end. */
export const say = (problem: Problem): string => {
  const sentence = problemSentence(problem, language)
  return problem.ref ? `${sentence}（${problem.ref}）` : sentence
}
