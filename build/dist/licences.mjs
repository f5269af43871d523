import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/paths.mjs';
import { SetupError } from '../setup/say.mjs';
import { byName } from './files.mjs';

const TEXT = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const SPDX_TEXTS = { '0BSD': 'Zero-Clause BSD', MIT: 'MIT License', ISC: 'ISC License', 'Apache-2.0': 'Apache License, Version 2.0', 'BSD-3-Clause': 'BSD 3-Clause License' };

/** The packages that are in the product: what package.json depends on, and what that depends on. */
export function shippedPackages() {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([place, entry]) => place !== '' && !entry.dev && !entry.optional && !entry.peer && fs.existsSync(path.join(root, place)))
    .map(([place, entry]) => describe(place, entry))
    .sort((a, b) => byName(`${a.name}@${a.version}`, `${b.name}@${b.version}`));
}

function describe(place, { version, integrity }) {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, place, 'package.json'), 'utf8'));
  return { name: manifest.name, version, integrity, place, licence: licenceOf(manifest) };
}

function licenceOf({ license, licenses, name }) {
  const said = typeof license === 'string' ? license : (license?.type ?? licenses?.map((each) => each.type).join(' OR '));
  if (!said) throw new SetupError(`软件包 ${name} 没有写许可。`);
  return said;
}

/** 第三方许可: every part by others, its licence and the words that have to come with it. */
export function thirdParty({ electron, chromium, sqlite }) {
  return [
    { name: 'Electron', version: electron.version, licence: 'MIT', text: textBeside(electron.folder, ['LICENSE.electron.txt', 'LICENSE']) },
    { name: 'Chromium', version: chromium, licence: '见 LICENSES.chromium.html', text: '与程序装在一起的 LICENSES.chromium.html 是全文。' },
    { name: 'SQLite', version: sqlite, licence: 'Public Domain', text: 'SQLite is in the public domain. https://www.sqlite.org/copyright.html' },
    ...shippedPackages().map(({ name, version, licence, place }) => ({ name, version, licence, text: textOf(place, licence) })),
    { name: '地区代码', version: '', licence: '见全文', text: fs.readFileSync(path.join(root, 'seeds/regions/LICENSES.md'), 'utf8') },
  ];
}

function textOf(place, licence) {
  const folder = path.join(root, place);
  const files = fs.readdirSync(folder).filter((name) => TEXT.test(name)).sort(byName);
  if (files.length > 0) return files.map((name) => fs.readFileSync(path.join(folder, name), 'utf8').trim()).join('\n\n');
  const { author, homepage } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const by = typeof author === 'string' ? author : (author?.name ?? '');
  return [SPDX_TEXTS[licence] ?? licence, by === '' ? '' : `Copyright (c) ${by}`, homepage ?? ''].filter((line) => line !== '').join('\n');
}

function textBeside(folder, names) {
  const found = names.map((name) => path.join(folder, name)).find((file) => fs.existsSync(file));
  if (!found) throw new SetupError(`${folder} 里没有 Electron 的许可。`);
  return fs.readFileSync(found, 'utf8');
}
