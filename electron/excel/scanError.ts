/** Thrown inside the scanner only: the shape is lawful perhaps, but not the one we know. */
export class Unusual extends Error {}
/** Thrown inside the scanner only: what must not be read. */
export class Refused extends Error {
  readonly code: 'xlsx-xml' | 'xlsx-bounds' | 'xlsx-too-many-cells'
  readonly cell: string
  constructor(code: Refused['code'], cell = '') {
    super(code)
    this.code = code
    this.cell = cell
  }
}
