/** A table as CSV that Excel opens as UTF-8; a text that Excel would take for a formula is marked as text. */
export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  return Buffer.from(`\uFEFF${rows.map(row => row.map(field).join(',')).join('\r\n')}\r\n`, 'utf8')
}

function field(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
