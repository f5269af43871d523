// npm run dist -- --target linux|win --arch x64|arm64 [--release]: the packages of one target, in dist/.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeDeb } from './dist/deb.mjs';
import { gatherFacts } from './dist/facts.mjs';
import { writeManifest } from './dist/manifest.mjs';
import { writeMsi } from './dist/msi/msi.mjs';
import { writeSetup } from './dist/nsis/setup.mjs';
import { readOptions } from './dist/options.mjs';
import { writeRpm } from './dist/rpm.mjs';
import { partsList } from './dist/sbom.mjs';
import { writeSums } from './dist/sums.mjs';
import { writeTarball } from './dist/tarball.mjs';
import { makeTree } from './dist/unpacked.mjs';
import { writeZip } from './dist/zip.mjs';
import { ensureBundles } from './setup/bundles.mjs';
import { orExplain, say } from './setup/say.mjs';

/** What is made of a target's tree: each takes the facts, the tree and `{ out, gzip }` and gives the file (or files) it wrote. */
const PACKERS = { linux: { tar: writeTarball, deb: writeDeb, rpm: writeRpm }, win: { setup: writeSetup, msi: writeMsi, zip: writeZip } };

async function pack(facts, tree, options) {
  for (const [form, write] of Object.entries(PACKERS[facts.target])) {
    if (options.only !== null && !options.only.includes(form)) continue;
    const made = [await write(facts, tree, options)].flat();
    for (const file of made) say(`${path.basename(file)}　${(fs.statSync(file).size / 1e6).toFixed(1)} MB`);
  }
}

async function dist(options) {
  const facts = await gatherFacts(options);
  // What is called from here has the build's time too.
  process.env.SOURCE_DATE_EPOCH = String(facts.epoch);
  await ensureBundles();
  fs.mkdirSync(options.out, { recursive: true });
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'jianbao-dist-'));
  try {
    say(`检报 ${facts.version}，${facts.target} ${facts.arch}，Electron ${facts.electron.version}${facts.development ? '（开发包）' : ''}${facts.signed ? '' : '（未签名）'}`);
    const tree = await makeTree(facts, work);
    const manifest = writeManifest(facts, tree);
    fs.writeFileSync(path.join(options.out, `${facts.stem}.cdx.json`), partsList(facts, manifest));
    await pack(facts, tree, options);
    writeSums(options.out, facts.keys);
    if (options.only?.includes('tree')) keepTree(tree, path.join(options.out, facts.stem));
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function keepTree(tree, to) {
  fs.rmSync(to, { recursive: true, force: true });
  fs.cpSync(tree, to, { recursive: true });
  say(to);
}

await orExplain(() => dist(readOptions(process.argv.slice(2))));
