import fs from 'node:fs';
import path from 'node:path';
import { manifestOf, root } from '../setup/paths.mjs';
import { ensureSqlite } from '../setup/sqlite.mjs';
import { inAsar, nativeModule } from './allowed.mjs';
import { copyFile, filesUnder, setModes } from './files.mjs';
import { thirdParty } from './licences.mjs';

/** Lays out what goes into app.asar, taking from the checkout only what the list allows. */
export function stageApplication(facts, folder) {
  for (const part of ['out/electron', 'out/renderer', 'seeds']) take(facts, folder, part);
  take(facts, folder, 'node_modules/better-sqlite3');
  copyFile(moduleFor(facts), path.join(folder, nativeModule(facts.target, facts.arch)));
  writeJson(folder, 'package.json', applicationManifest(facts));
  writeJson(folder, 'build.json', buildRecord(facts));
  writeJson(folder, 'third-party.json', thirdParty(facts));
  setModes(folder);
}

function take(facts, folder, part) {
  for (const name of filesUnder(path.join(root, part))) {
    const file = `${part}/${name}`;
    if (inAsar(file, facts)) copyFile(path.join(root, file), path.join(folder, file));
  }
}

/** The published binary, or for an older development Electron the one compiled for it. */
function moduleFor({ target, arch, electron }) {
  const own = target === 'linux' && arch === process.arch ? ensureSqlite(electron) : null;
  return own ?? path.join(root, nativeModule(target, arch));
}

function applicationManifest({ version }) {
  const { name, productName, description, main } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const database = manifestOf('better-sqlite3').version;
  return { name, productName, version, description, main, author: '检报', license: 'UNLICENSED', dependencies: { 'better-sqlite3': database } };
}

/** What the program knows of its own making; 关于 shows it. */
function buildRecord({ version, commit, time, target, arch, electron, chromium, sqlite, development, debuggable, signed, keys }) {
  return { version, commit, time, target, arch, electron: electron.version, chromium, sqlite, development, debuggable, signed, keys: keys?.public ?? [] };
}

function writeJson(folder, name, data) {
  fs.writeFileSync(path.join(folder, name), `${JSON.stringify(data, null, 1)}\n`);
}
