const ring = 'M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7Z'
const bubble = 'M2 2.5h12v9H8.5L5 14.2v-2.7H2Z'
const sheet = 'M3.5 1.8h6l3 3v9.4h-9ZM9.5 1.8v3h3'

/** Shapes on a 16 px field: `line` is stroked, `fill` is filled (even-odd), both in the text's colour. */
export interface Shape {
  readonly line?: string
  readonly fill?: string
  readonly dash?: boolean
}

/** Every icon of the application. */
export const shapes = {
  stop: { fill: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1ZM7.1 3.9v5h1.8v-5ZM7.1 10.3v1.8h1.8v-1.8Z' },
  verify: { line: 'M8 1.9 14.7 13.6H1.3ZM8 6.2v3.6M8 11v1.2' },
  explained: { line: `${bubble}M5.2 6.9 7.2 8.9 10.9 5.2` },
  query: { line: `${bubble}M6.4 5.7c.1-1 .8-1.5 1.7-1.5s1.6.6 1.6 1.4c0 1.1-1.6 1.1-1.6 2.2M8.1 9.1v.8` },
  done: { line: `${ring}M5.2 8.1 7.2 10.1 10.9 6.3` },
  half: { line: ring, fill: 'M8 3.6a4.4 4.4 0 0 1 0 8.8Z' },
  blank: { line: ring, dash: true },
  sigma: { line: 'M12 4.5V2.7H4l4.2 5.3L4 13.3h8v-1.8' },
  lock: { line: 'M3.5 7.2h9v6.6h-9ZM5.4 7.2V5a2.6 2.6 0 0 1 5.2 0v2.2M8 9.7v1.7' },
  unlock: { line: 'M3.5 7.2h9v6.6h-9ZM5.4 7.2V4.6a2.6 2.6 0 0 1 5-1' },
  pen: { line: 'M3 13l.7-3L11 2.7l2.3 2.3L6 12.3ZM8 13.5h5.5' },
  disk: { line: 'M2.3 2.3h9l2.4 2.4v9H2.3ZM5 2.3v3.6h5V2.3M4.7 13.7V9h6.6v4.7' },
  ribbon: { line: 'M8 1.5a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2ZM6 6.2l1.5 1.5 2.6-2.7M5.2 10v4.7L8 13l2.8 1.7V10' },
  swap: { line: 'M13.5 6.5A5.6 5.6 0 0 0 3.3 4.8M2.5 9.5a5.6 5.6 0 0 0 10.2 1.7M3 2v3h3M13 14v-3h-3' },
  sheetX: { line: `${sheet}M6.3 8l3.4 3.6M9.7 8l-3.4 3.6` },
  torn: { line: 'M3.5 9V1.8h6l3 3V9M9.5 1.8v3h3M3.5 14.2v-2.5l1.8-1.5 1.8 1.5 1.8-1.5 1.8 1.5 1.6-1.5v4Z' },
  boxX: { line: 'M2 2h12v12H2ZM5.5 5.5l5 5M10.5 5.5l-5 5' },
  search: { line: 'M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6ZM10.5 10.5 14 14' },
  minimize: { line: 'M3 8h10' },
  maximize: { line: 'M3 3h10v10H3Z' },
  close: { line: 'M3 3l10 10M13 3 3 13' },
  pause: { fill: 'M4.5 3h2.2v10H4.5ZM9.3 3h2.2v10H9.3Z' },
  down: { line: 'M4 6.2l4 4 4-4' },
  up: { line: 'M4 10l4-4 4 4' },
  left: { line: 'M10 3.5 5.5 8l4.5 4.5' },
  right: { line: 'M6 3.5 10.5 8 6 12.5' },
  next: { line: 'M2.5 8h11M9.5 4l4 4-4 4' },
  plus: { line: 'M8 2.5v11M2.5 8h11' },
  trash: { line: 'M3 4.3h10M6 4.3V2.5h4v1.8M4.2 4.3v9.2h7.6V4.3M6.7 7v4M9.3 7v4' },
  copy: { line: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3' },
  carried: { line: 'M3 2.5v5.8h9.5M9.3 5.1l3.2 3.2-3.2 3.2' },
  leap: { line: 'M1.8 12.5l4-4.2 2.6 2.4 5.6-7.2M10 3.5h4v4' },
  history: { line: 'M2.5 3v3.2h3.2M2.9 6a5.6 5.6 0 1 1-.4 3.3M8 5v3.3l2.3 1.4' },
  undo: { line: 'M5.5 2.5 2.5 5.5l3 3M3 5.5h6.2a4 4 0 0 1 0 8H6' },
  redo: { line: 'M10.5 2.5l3 3-3 3M13 5.5H6.8a4 4 0 0 0 0 8H10' },
  folder: { line: 'M1.8 3.2h4.5l1.4 1.8h6.5v8H1.8Z' },
  file: { line: sheet },
  clock: { line: `${ring}M8 4.5V8l2.5 1.5` },
  info: { line: `${ring}M8 7.2v4M8 4.7v1` },
  print: { line: 'M4.5 5.5V2h7v3.5M4.5 11.5h-2.7v-6h12.4v6h-2.7M4.5 9.3h7v4.9h-7Z' },
  dots: { fill: 'M2 7h2.2v2H2ZM6.9 7h2.2v2H6.9ZM11.8 7H14v2h-2.2Z' },
  table: { line: 'M1.8 2.8h12.4v10.4H1.8ZM1.8 6.2h12.4M1.8 9.7h12.4M6 2.8v10.4' },
  tick: { line: 'M3.5 8.3 6.7 11.5 12.7 4.9' },
  check: { line: 'M8 1.8l5 1.8v4.3c0 3-2.2 5.2-5 6.3-2.8-1.1-5-3.3-5-6.3V3.6ZM5.7 7.8l1.7 1.7 3-3.2' },
} as const satisfies Record<string, Shape>

/** The name of one icon. */
export type IconName = keyof typeof shapes
