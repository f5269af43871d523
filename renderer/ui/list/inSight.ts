/** Which of `total` rows of one height are drawn for a scroll position: those in sight with a margin, and always the one with the caret. */
export const inSight = (total: number, height: number, sight: { readonly top: number; readonly height: number }, caret: number): readonly number[] => {
  const from = Math.max(0, Math.floor(sight.top / height) - 8)
  const to = Math.min(total - 1, Math.ceil((sight.top + sight.height) / height) + 8)
  const drawn = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
  if (caret >= 0 && caret < total && !drawn.includes(caret)) return caret < from ? [caret, ...drawn] : [...drawn, caret]
  return drawn
}
