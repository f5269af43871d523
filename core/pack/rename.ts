import type { Json, JsonObject } from './draft.ts'

/** Fields that hold a formula of the rule language. */
const formulas = new Set(['formula', 'requiredWhen', 'appliesWhen', 'total'])
/** Fields that hold item keys. */
const keys = new Set(['key', 'items', 'parts', 'column', 'rowKey', 'from'])

/** Replaces an item's key wherever the pack means it: formulas, groups, balances, texts and examples. */
export function renameItem(pack: JsonObject, from: string, to: string): JsonObject {
  const word = new RegExp(`(?<![A-Za-z0-9_])${from}(?![A-Za-z0-9_])`, 'g')
  const r: Renaming = { from, to, word }
  const forms = walk(pack['forms'] ?? [], r, '')
  const rules = (pack['rules'] as readonly JsonObject[]).map((rule) => renameRule(rule, r))
  const signoff = walk(pack['signoff'] ?? [], r, '')
  return { ...pack, forms, rules, signoff, ...renameRest(pack, r) }
}

/** Ratios and monitoring name items; the bulletin's words hold expressions in braces. */
function renameRest(pack: JsonObject, r: Renaming): JsonObject {
  const { ratios, watch, bulletin } = pack
  return {
    ...(ratios === undefined ? {} : { ratios: renameValues(ratios, r) }), ...(watch === undefined ? {} : { watch: renameValues(watch, r) }),
    ...(bulletin === undefined ? {} : { bulletin: renameWords(bulletin, r) }),
  }
}

interface Renaming { readonly from: string; readonly to: string; readonly word: RegExp }

function walk(json: Json, r: Renaming, field: string): Json {
  if (typeof json === 'string') {
    if (formulas.has(field)) return inFormula(json, r)
    if (field === 'parts') return inFormula(json, r)
    return keys.has(field) && json === r.from ? r.to : json
  }
  if (Array.isArray(json)) return (json as readonly Json[]).map((v) => walk(v, r, field))
  if (json === null || typeof json !== 'object') return json
  return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, walk(v, r, k)]))
}

/** Quoted text stays, except that a rule over `key(this)` quotes keys. */
function inFormula(formula: string, r: Renaming): string {
  const quotesKeys = /\bkey\s*\(\s*this\s*\)/.test(formula)
  const quoted = (part: string): string => (quotesKeys && part === `"${r.from}"` ? `"${r.to}"` : part)
  return formula.split(/("[^"]*")/).map((part, i) => (i % 2 === 1 ? quoted(part) : part.replace(r.word, r.to))).join('')
}

function renameRule(rule: JsonObject, r: Renaming): JsonObject {
  const words = (text: Json | undefined): Json => (typeof text === 'string' ? inText(text, r) : (text ?? null))
  return {
    ...rule,
    formula: inFormula(String(rule['formula']), r),
    detail: words(rule['detail']),
    fact: words(rule['fact']),
    examples: renameKeys(rule['examples'] ?? null, r),
  }
}

function renameKeys(json: Json, r: Renaming): Json {
  if (Array.isArray(json)) return (json as readonly Json[]).map((v) => renameKeys(v, r))
  if (json === null || typeof json !== 'object') return json
  return Object.fromEntries(Object.entries(json).map(([k, v]) => [k === r.from ? r.to : k, renameKeys(v, r)]))
}

/** A list of ratios: every text that is the key. */
function renameValues(json: Json, r: Renaming): Json {
  if (typeof json === 'string') return json === r.from ? r.to : json
  if (Array.isArray(json)) return (json as readonly Json[]).map((v) => renameValues(v, r))
  if (json === null || typeof json !== 'object') return json
  return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, renameValues(v, r)]))
}

/** Words with expressions in braces. */
function renameWords(json: Json, r: Renaming): Json {
  if (typeof json === 'string') return inText(json, r)
  if (Array.isArray(json)) return (json as readonly Json[]).map((v) => renameWords(v, r))
  if (json === null || typeof json !== 'object') return json
  return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, renameWords(v, r)]))
}

const inText = (text: string, r: Renaming): string => text.replace(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, (part) => inFormula(part, r))
