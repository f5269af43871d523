const texts = import.meta.glob<string>('../../../docs/manual/*.md', { query: '?raw', import: 'default' })
const images = import.meta.glob<string>('../../../docs/screens/*.png', { query: '?url', import: 'default' })

const nameOf = (path: string): string => path.split('/').at(-1) ?? path

/** The files of the manual in their order; each is `01-开始.md`. */
export const chapters: readonly string[] = Object.keys(texts).map(nameOf).toSorted()

/** A chapter's name as the list shows it. */
export const chapterTitle = (file: string): string => file.replace(/^\d+-|\.md$/g, '')

/** The text of a chapter and the addresses of the pictures it shows; null when it is not there. */
export const readChapter = async (file: string): Promise<{ readonly markdown: string; readonly pictures: Readonly<Record<string, string>> } | null> => {
  const path = Object.keys(texts).find((each) => nameOf(each) === file)
  const markdown = path && (await texts[path]?.())
  if (!markdown) return null
  const wanted = Object.keys(images).filter((each) => markdown.includes(`/${nameOf(each)})`))
  const pictures = await Promise.all(wanted.map(async (each) => [nameOf(each), (await images[each]?.()) ?? ''] as const))
  return { markdown, pictures: Object.fromEntries(pictures) }
}
