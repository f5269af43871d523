const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes text for HTML. */
export const esc = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? char)

/** The text boxes of a code, one character each, as printed forms have them. */
export const boxes = (code: string): string => `<span class="boxes">${[...code].map((char) => `<i>${esc(char)}</i>`).join('')}</span>`
