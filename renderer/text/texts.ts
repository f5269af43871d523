import { problemSentence } from '../../core/text/problems.ts'
import type { Language } from '../../core/text/problems.ts'
import type { Problem } from '../../core/problem.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'
import type { Texts } from './zh.ts'

const texts: Readonly<Record<Language, Texts>> = { zh, en }
/** The language of the page. */
export const language: Language = typeof document !== 'undefined' && document.documentElement.lang.startsWith('en') ? 'en' : 'zh'

/** The sentences of the page's language. */
export const t: Texts = texts[language]

/** A problem as a sentence, its reference number at the end. */
export const say = (problem: Problem): string => {
  const sentence = problemSentence(problem, language)
  return problem.ref ? `${sentence}（${problem.ref}）` : sentence
}
