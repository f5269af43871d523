/** What lies over the cells of a scrolled part: heads at the top, the sums of a table at the bottom. */
const heads = '.rt-heads, .grid-top, .grid-head-row'

/** Scrolls so that nothing that sticks lies over a cell that is in sight; margins of scrolling do not know the zoom. */
export const uncover = (cell: HTMLElement): void => {
  const box = cell.closest<HTMLElement>('.rt-scroll, .form-scroll')
  if (!box) return
  const [outer, inner] = [box.getBoundingClientRect(), cell.getBoundingClientRect()]
  const zoom = box.offsetHeight > 0 ? outer.height / box.offsetHeight : 1
  const over = [...box.querySelectorAll<HTMLElement>(heads)].filter((head) => !head.contains(cell)).map((head) => head.getBoundingClientRect()).filter((head) => head.top < inner.top && head.bottom > outer.top)
  const top = Math.max(outer.top, ...over.map((head) => head.bottom).filter((edge) => edge < outer.top + outer.height / 2))
  const foot = [...box.querySelectorAll<HTMLElement>('.rt-foot')].filter((each) => getComputedStyle(each).position === 'sticky')
  const bottom = Math.min(outer.top + box.clientHeight * zoom, ...foot.map((each) => each.getBoundingClientRect().top))
  if (inner.top < top) box.scrollTop -= (top - inner.top) / zoom
  else if (inner.bottom > bottom) box.scrollTop += (inner.bottom - bottom) / zoom
}
