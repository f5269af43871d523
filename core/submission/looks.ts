/** How a cell looks. The list is closed, so that one style sheet serves every workbook. */
export interface Look {
  readonly font: 'body' | 'black' | 'title' | 'big' | 'sub' | 'bold' | 'small' | 'mono' | 'grey'
  readonly align: 'left' | 'center' | 'right'
  readonly border: 'none' | 'thin' | 'dashed'
  /** Number format: `@`, or decimals of a grouped number. */
  readonly format: '@' | 0 | 1 | 2 | 3 | 4 | 5 | 6
  readonly wrap?: boolean
  readonly indent?: number
  readonly fill?: 'grey'
  readonly shrink?: boolean
}
const name = (indent: number): Look => ({ font: 'body', align: 'left', border: 'thin', format: '@', wrap: true, indent: indent + 1 })
const figure = (format: 0 | 1 | 2 | 3 | 4 | 5 | 6, font: 'body' | 'black' = 'body'): Look => ({ font, align: 'right', border: 'thin', format, indent: 1 })
const free = (over: Partial<Look>): Look => ({ font: 'body', align: 'left', border: 'none', format: '@', ...over })
const boxed = (over: Partial<Look>): Look => ({ font: 'body', align: 'center', border: 'thin', format: '@', ...over })

/** Every look by name; the order fixes the style numbers and is only appended to. */
export const looks = {
  title: free({ font: 'title', align: 'center' }),
  big: free({ font: 'big', align: 'center' }),
  sub: free({ font: 'sub', align: 'center' }),
  bold: free({ font: 'bold' }),
  plain: free({}),
  shrunk: free({ shrink: true }),
  right: free({ align: 'right' }),
  note: free({ font: 'small', wrap: true }),
  mono: free({ font: 'mono' }),
  grey: free({ font: 'grey' }),
  code: boxed({}),
  legal: boxed({ align: 'left', wrap: true, font: 'small', indent: 1 }),
  head: boxed({ wrap: true }),
  headGrey: boxed({ wrap: true, fill: 'grey' }),
  letter: boxed({ font: 'small' }),
  label: boxed({ align: 'left', fill: 'grey', indent: 1 }),
  unit: boxed({}),
  text: boxed({ align: 'left', wrap: true, indent: 1 }),
  choice: boxed({ wrap: true }),
  dash: boxed({ font: 'black', align: 'right', indent: 1 }),
  seal: free({ font: 'grey', align: 'center', border: 'dashed' }),
  name0: name(0), name1: name(1), name2: name(2), name3: name(3),
  num0: figure(0), num1: figure(1), num2: figure(2), num3: figure(3), num4: figure(4), num5: figure(5), num6: figure(6),
  alt0: figure(0, 'black'), alt1: figure(1, 'black'), alt2: figure(2, 'black'), alt3: figure(3, 'black'), alt4: figure(4, 'black'), alt5: figure(5, 'black'), alt6: figure(6, 'black'),
} as const satisfies Record<string, Look>
export type LookName = keyof typeof looks

/** The medium edges of a frame. */
export const TOP = 1, RIGHT = 2, BOTTOM = 4, LEFT = 8

/** The look of a figure with so many decimals. */
export const figureLook = (decimals: number): LookName => `num${decimals}` as LookName

/** The look of a figure right of another figure, the same to the eye: LibreOffice forgets the indent of a cell whose font item equals its neighbour's. */
export const besides = (look: LookName): LookName => (look.startsWith('num') ? (look.replace('num', 'alt') as LookName) : look)
