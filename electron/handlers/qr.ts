import qrcode from 'qrcode-generator'

/** The QR code of a text as one <svg> element. */
export function qrSvg(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const dark = Array.from({ length: size }, (_, r) => Array.from({ length: size }, (_, c) => (code.isDark(r, c) ? `M${c} ${r}h1v1h-1z` : '')).join('')).join('')
  return `<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${size + 4} ${size + 4}" shape-rendering="crispEdges"><path d="${dark}"/></svg>`
}
