import qrcode from 'qrcode-generator'

/** The QR code of a text as one <svg> element. */
export function qrSvg(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const bars = (row: string, y: number): string => Array.from(row.matchAll(/1+/g), ({ 0: bar, index }) => `M${index} ${y}h${bar.length}v1h-${bar.length}z`).join('')
  const dark = Array.from({ length: size }, (_, r) => bars(Array.from({ length: size }, (_, c) => (code.isDark(r, c) ? '1' : '0')).join(''), r)).join('')
  return `<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${size + 4} ${size + 4}" shape-rendering="crispEdges"><path d="${dark}"/></svg>`
}
