/** A decimal text with thousands separators and a true minus; anything else as it is. */
export const grouped = (text: string): string => {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text)
  if (!match) return text
  return `${match[1] === '-' ? '−' : ''}${(match[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',')}${match[3] ?? ''}`
}
