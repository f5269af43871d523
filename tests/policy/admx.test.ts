import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { fieldForms } from '../../core/policy/forms.ts'
import { policyFields } from '../../core/policy/schema.ts'
import { root } from '../support/sources.ts'

const { generated } = (await import(pathToFileURL(join(root, 'build', 'admx.mjs')).href)) as { readonly generated: () => Readonly<Record<string, string>> }
const files = generated()

test.each(Object.keys(files))('%s is what the schema gives', (file) => {
  expect(readFileSync(join(root, file), 'utf8'), 'run node build/admx.mjs').toBe(files[file])
})

test.each(policyFields)('%s stands in the template, in both languages and in the document', (field) => {
  const { kind } = fieldForms[field]
  const admx = files['docs/admin/admx/jianbao.admx'] ?? ''
  expect(admx).toContain(`<policy name="${field}" class="Machine"`)
  if (kind !== 'switch') expect(admx).toContain(`id="${field}"`)
  for (const culture of ['zh-CN', 'en-US']) {
    const adml = files[`docs/admin/admx/${culture}/jianbao.adml`] ?? ''
    for (const id of [...admx.matchAll(/\$\(string\.(\w+)\)/g)].map((match) => match[1])) expect(adml).toContain(`<string id="${id}">`)
    if (kind !== 'switch') expect(adml).toContain(`<presentation id="${field}">`)
  }
  expect(files['docs/admin/policy.md']).toContain(`| \`${field}\` |`)
})

test('the templates are well-formed: every element that is opened is closed in its order', () => {
  for (const [file, text] of Object.entries(files)) {
    if (!/\.adm[xl]$/.test(file)) continue
    const open: string[] = []
    for (const [, close, name, self] of text.replace(/<\?.*?\?>/, '').matchAll(/<(\/?)([\w]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
      if (self) continue
      if (close) expect(open.pop()).toBe(name)
      else open.push(name ?? '')
    }
    expect(open).toEqual([])
    expect(text.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/)
  }
})
