import { cmaIssuerExists, cmaProvinceCode, type Issuer } from '../../identity/certificate.ts'
import { regionExists, regionLevel } from '../../identity/region.ts'
import { gb11714Ok, gb32100Ok } from '../../identity/uscc.ts'
import type { Env } from '../scope.ts'
import type { Scalar, Type, Value } from '../value.ts'
import { plain, type FunctionSpec } from './signature.ts'

/** A function of one text that may look into the pack. */
function ofText(name: string, gives: Type, make: (env: Env) => (text: string) => Value): FunctionSpec {
  return plain({
    name, args: [['text']], gives,
    run: (env) => {
      const f = make(env)
      return ([text]: readonly Scalar[]) => f(text as string)
    },
  })
}

function issuers(env: Env): readonly Issuer[] {
  return (env.index.pack.codes['E6'] ?? []).map((row) => ({ code: row.code, region: typeof row['region'] === 'string' ? row['region'] : null }))
}

function themes(env: Env, domain: string): readonly string[] {
  const { themeDefault, themeOptions } = env.index.pack
  const own = Object.hasOwn(themeDefault, domain) ? [themeDefault[domain] as string] : []
  const more = Object.hasOwn(themeOptions, domain) ? (themeOptions[domain] ?? []) : []
  return [...own, ...more, '90']
}

/** Check characters, regions, industries, issuers and themes. */
export const identityFunctions: readonly FunctionSpec[] = [
  ofText('gb32100_ok', 'bool', () => gb32100Ok),
  ofText('gb11714_ok', 'bool', () => gb11714Ok),
  ofText('region_exists', 'bool', (env) => (code) => regionExists(env.index.regions, code)),
  ofText('region_level', 'num', (env) => (code) => regionLevel(env.index.regions, code)),
  ofText('industry_exists', 'bool', (env) => (code) => /^[0-9]{4}$/.test(code) && env.index.industries.has(code)),
  ofText('industry_division_exists', 'bool', (env) => (code) => /^[0-9]{2}/.test(code) && env.index.industries.has(code.slice(0, 2))),
  ofText('cma_issuer_exists', 'bool', (env) => { const all = issuers(env); return (code) => cmaIssuerExists(all, code) }),
  ofText('cma_prov_code', 'text', (env) => { const all = issuers(env); return (region) => cmaProvinceCode(all, region) }),
  ofText('theme_options', 'set:text', (env) => (domain) => themes(env, domain)),
]
