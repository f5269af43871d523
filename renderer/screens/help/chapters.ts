/** The chapters of the manual in their order; the files are docs/manual/01-start.md and so on. */
export const chapters = ['start', 'fill', 'money', 'tables', 'audit', 'seal', 'print', 'last-year', 'paste-import', 'backup', 'handover', 'parts', 'letters', 'questions', 'office', 'figures'] as const
export type Chapter = (typeof chapters)[number]

const texts = import.meta.glob<string>('../../../docs/manual/*.md', { query: '?raw', import: 'default' })
const images = import.meta.glob<string>(['../../../docs/screens/*.png', '!**/entry-*.png'], { query: '?url', import: 'default' })
const nameOf = (path: string): string => path.split('/').at(-1) ?? path

/** The file of a chapter. */
export const fileOf = (chapter: Chapter): string => `${String(chapters.indexOf(chapter) + 1).padStart(2, '0')}-${chapter}.md`

/** The chapter a link leads to, or null. */
export const chapterAt = (link: string): Chapter | null => chapters.find((chapter) => fileOf(chapter) === nameOf(link)) ?? null

/** The text of a chapter and the addresses of the pictures it shows; null when it is not there. */
export const readChapter = async (chapter: Chapter): Promise<{ readonly markdown: string; readonly pictures: Readonly<Record<string, string>> } | null> => {
  const path = Object.keys(texts).find((each) => nameOf(each) === fileOf(chapter))
  const markdown = path && (await texts[path]?.())
  if (!markdown) return null
  const wanted = Object.keys(images).filter((each) => markdown.includes(`/${nameOf(each)})`))
  const pictures = await Promise.all(wanted.map(async (each) => [nameOf(each), (await images[each]?.()) ?? ''] as const))
  return { markdown, pictures: Object.fromEntries(pictures) }
}
