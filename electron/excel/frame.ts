import { escapeAttribute, escapeText } from './xml.ts'

/** The element of the custom XML part that holds a content; its namespace is also a mark by which a file is known as ours. */
export interface Envelope { readonly tag: 'submission' | 'letter'; readonly namespace: string }
/** Of submissions and templates, and of a regulator's letters. */
export const envelopes = {
  submission: { tag: 'submission', namespace: 'urn:jianbao:submission:1' },
  letter: { tag: 'letter', namespace: 'urn:jianbao:letter:1' },
} as const satisfies Record<Envelope['tag'], Envelope>
/** Name of the very hidden sheet. */
export const payloadSheetName = '_jianbao'
/** Properties of docProps/custom.xml, in their order. */
export type Properties = readonly (readonly [name: string, value: string])[]

/** docProps/custom.xml. */
export function customXml(properties: Properties): string {
  const list = properties.map(([name, value], i) => `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${escapeAttribute(name)}"><vt:lpwstr>${escapeText(value)}</vt:lpwstr></property>`)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${list.join('')}</Properties>`
}

/** What stands before and after the payload in customXml/item1.xml. */
export const itemEnds = ({ tag, namespace }: Envelope): readonly [string, string] => [`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${tag} xmlns="${namespace}">`, `</${tag}>`]

const relations = (list: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The two parts that belong to a custom XML item. */
export const itemParts = ({ namespace }: Envelope): readonly (readonly [name: string, xml: string])[] => [
  ['customXml/itemProps1.xml', `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{6A1B0F52-3C0E-4A0B-9A57-1D4F0B8C2E26}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`],
  ['customXml/_rels/item1.xml.rels', relations(`<Relationship Id="rId1" Type="${office}/customXmlProps" Target="itemProps1.xml"/>`)],
]

/** The frame's parts with the custom XML item tied to the workbook, and the workbook locked. */
export function decorateFrame(parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const edited = new Map(parts)
  const edit = (name: string, change: (xml: string) => string): void => { edited.set(name, change(parts.get(name) ?? '')) }
  edit('[Content_Types].xml', (xml) => xml.replace('</Types>', '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>'))
  edit('xl/_rels/workbook.xml.rels', (xml) => xml.replace('</Relationships>', `<Relationship Id="rIdStrings" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdItem1" Type="${office}/customXml" Target="../customXml/item1.xml"/></Relationships>`))
  edit('xl/workbook.xml', (xml) => xml.replace('<sheets>', '<workbookProtection lockStructure="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" activeTab="0"/></bookViews><sheets>'))
  edit('docProps/app.xml', (xml) => xml.replace('<Application>SheetJS</Application>', '<Application>检报</Application>'))
  edit('docProps/core.xml', (xml) => xml.replace('</cp:coreProperties>', '<dc:creator>检报</dc:creator></cp:coreProperties>'))
  return edited
}
