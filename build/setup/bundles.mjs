import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { projectNode, root } from './paths.mjs';
import { ownEnvironment, runQuietly } from './run.mjs';
import { say } from './say.mjs';

const MAKERS = ['package-lock.json', 'build/bundle.mjs', 'build/vite.renderer.mjs'];
const PARTS = [
  { name: 'electron', title: '主程序', sources: ['core', 'electron'] },
  { name: 'renderer', title: '界面', sources: ['core', 'renderer', 'docs/manual', 'docs/screens'] },
];

/** Builds the parts whose sources changed since they were last built; builds of one checkout take turns. */
export async function ensureBundles() {
  if (PARTS.every(isCurrent)) return;
  const release = await takeTurn(path.join(root, 'out', 'building'));
  try {
    for (const part of PARTS) if (!isCurrent(part)) build(part);
  } finally {
    release();
  }
}

function build(part) {
  say(`正在构建${part.title}……`);
  const before = hashOf(part);
  const env = ownEnvironment({ NODE_ENV: 'production' });
  runQuietly(`构建${part.title}`, projectNode, [path.join(root, 'build', 'bundle.mjs'), part.name], { env });
  fs.writeFileSync(stampOf(part), before);
}

const stampOf = (part) => path.join(root, 'out', part.name, 'built-from.txt');

function isCurrent(part) {
  const stamp = stampOf(part);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hashOf(part);
}

function hashOf(part) {
  const hash = createHash('sha256');
  for (const file of [...MAKERS, ...part.sources.flatMap(filesUnder)]) {
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  const entries = fs.readdirSync(path.join(root, folder), { withFileTypes: true });
  const names = entries.sort((a, b) => (a.name < b.name ? -1 : 1)).map((entry) => [`${folder}/${entry.name}`, entry]);
  return names.flatMap(([name, entry]) => (entry.isDirectory() ? filesUnder(name) : [name]));
}

async function takeTurn(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(file, { force: true });
    } catch {
      if (!isAlive(readNumber(file))) fs.rmSync(file, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function readNumber(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
