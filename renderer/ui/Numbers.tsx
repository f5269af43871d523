/** A sentence whose figures stand out. */
export const Numbers = ({ text, loud }: { text: string; loud?: string }) => {
  const parts = text.split(/([+−-]?\d[\d,]*(?:\.\d+)?%?)/)
  return parts.map((part, at) => (at % 2 === 1 ? <b key={at} className={loud}>{part}</b> : part))
}
