// node build/admx.mjs: writes the group policy templates (docs/admin/admx) and the table of docs/admin/policy.md from the policy's schema.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fieldForms } from '../core/policy/forms.ts';
import { policyFields } from '../core/policy/schema.ts';
import { expected, policyFieldTexts } from '../core/text/policyWords.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const KEY = 'Software\\Policies\\Jianbao';
const CULTURES = { 'zh-CN': 'zh', 'en-US': 'en' };
const WORDS = { zh: { name: '检报', does: '检报的机器策略', supported: '检报 0.1 及以后' }, en: { name: 'Jianbao', does: 'Machine policies of Jianbao', supported: 'Jianbao 0.1 and later' } };

/** Every generated file: its path in the repository and its text. */
export function generated() {
  const adml = Object.entries(CULTURES).map(([culture, language]) => [`docs/admin/admx/${culture}/jianbao.adml`, admlText(language)]);
  return Object.fromEntries([['docs/admin/admx/jianbao.admx', admxText()], ...adml, ['docs/admin/policy.md', policyPage()]]);
}

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const lines = (parts) => `${parts.flat(3).join('\r\n')}\r\n`;

function admxText() {
  return lines([
    '<?xml version="1.0" encoding="utf-8"?>',
    '<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">',
    '  <policyNamespaces><target prefix="jianbao" namespace="Jianbao.Policies.Desktop" /></policyNamespaces>',
    '  <resources minRequiredRevision="1.0" />',
    '  <supportedOn><definitions><definition name="supported" displayName="$(string.supported)" /></definitions></supportedOn>',
    '  <categories><category name="jianbao" displayName="$(string.category)" /></categories>',
    '  <policies>', policyFields.map(policyOf), '  </policies>', '</policyDefinitions>',
  ]);
}

function policyOf(field) {
  const form = fieldForms[field];
  const head = `name="${field}" class="Machine" displayName="$(string.${field})" explainText="$(string.${field}_does)" key="${KEY}"`;
  const places = ['      <parentCategory ref="jianbao" />', '      <supportedOn ref="supported" />'];
  if (form.kind === 'switch') return [`    <policy ${head} valueName="${field}">`, places, '      <enabledValue><decimal value="1" /></enabledValue>', '      <disabledValue><decimal value="0" /></disabledValue>', '    </policy>'];
  return [`    <policy ${head} presentation="$(presentation.${field})">`, places, '      <elements>', elementOf(field, form), '      </elements>', '    </policy>'];
}

function elementOf(field, form) {
  switch (form.kind) {
    case 'choice': return [`        <enum id="${field}" valueName="${field}" required="true">`, form.choices.map((one) => `          <item displayName="$(string.${field}_${one})"><value><string>${one}</string></value></item>`), '        </enum>'];
    case 'number': return `        <decimal id="${field}" valueName="${field}" minValue="${form.min}" maxValue="${form.max}" required="true" />`;
    case 'text': return `        <text id="${field}" valueName="${field}" maxLength="1000" required="true" />`;
    default: return `        <list id="${field}" key="${KEY}\\${field}" additive="false" />`;
  }
}

function admlText(language) {
  const { fields, menus } = policyFieldTexts[language];
  const words = WORDS[language];
  const string = (id, text) => `      <string id="${id}">${xml(text)}</string>`;
  const strings = policyFields.flatMap((field) => {
    const form = fieldForms[field];
    const listed = form.kind === 'choices' ? `\n${form.choices.map((one) => `${one}: ${menus[one]}`).join('\n')}` : '';
    const choices = form.kind === 'choice' ? form.choices.map((one) => string(`${field}_${one}`, fields[field].choices[one])) : [];
    return [string(field, fields[field].name), string(`${field}_does`, `${fields[field].does}\n${expected(field, language)}${listed}`), ...choices];
  });
  return lines([
    '<?xml version="1.0" encoding="utf-8"?>',
    '<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">',
    `  <displayName>${words.name}</displayName>`, `  <description>${words.does}</description>`,
    '  <resources>', '    <stringTable>', string('category', words.name), string('supported', words.supported), strings, '    </stringTable>',
    '    <presentationTable>', policyFields.map((field) => presentation(field, fields[field].name)), '    </presentationTable>', '  </resources>', '</policyDefinitionResources>',
  ]);
}

function presentation(field, name) {
  const inner = { choice: `<dropdownList refId="${field}">${xml(name)}</dropdownList>`, number: `<decimalTextBox refId="${field}">${xml(name)}</decimalTextBox>`, text: `<textBox refId="${field}"><label>${xml(name)}</label></textBox>` };
  const { kind } = fieldForms[field];
  return kind === 'switch' ? [] : `      <presentation id="${field}">${inner[kind] ?? `<listBox refId="${field}">${xml(name)}</listBox>`}</presentation>`;
}

const MARK = ['<!-- 下表由 node build/admx.mjs 写成 -->', '<!-- 表完 -->'];

/** The page with its table written anew; what stands around the table is written by hand. */
function policyPage() {
  const text = fs.readFileSync(path.join(root, 'docs/admin/policy.md'), 'utf8');
  const [before, after] = [text.split(MARK[0])[0], text.split(MARK[1])[1]];
  const { fields, menus } = policyFieldTexts.zh;
  const rows = policyFields.map((field) => {
    const form = fieldForms[field];
    const choices = form.kind === 'choice' ? form.choices.map((one) => `\`${one}\` ${fields[field].choices[one]}`).join('，') : form.kind === 'choices' ? form.choices.map((one) => `\`${one}\` ${menus[one]}`).join('，') : expected(field);
    return `| \`${field}\` | ${fields[field].name} | ${fields[field].does} | ${choices} |`;
  });
  return `${before}${MARK[0]}\n| 名字 | 叫什么 | 做什么 | 写法 |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n${MARK[1]}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(generated())) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
}
