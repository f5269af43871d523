import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { filesUnder } from './files.mjs';
import { writeSigned } from './signing.mjs';

const OWN = ['manifest.json', 'manifest.json.sig'];

/** The SHA-256 of a file, in hexadecimal. */
export const sha256Of = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

/** What is installed: every file of the tree with its digest and size, in the form that docs/manifest-format.md describes. */
export function manifestOfTree(facts, tree) {
  const { product, version, commit, time, target, arch, development } = facts;
  const files = filesUnder(tree).filter((file) => !OWN.includes(file));
  const entries = files.map((file) => [file, { sha256: sha256Of(path.join(tree, file)), size: fs.statSync(path.join(tree, file)).size }]);
  return { format: 'jianbao-manifest-1', product, version, commit, time, target, arch, development, files: Object.fromEntries(entries) };
}

/** Writes manifest.json and, where there is a key, manifest.json.sig into the tree; nothing in it may change afterwards. */
export function writeManifest(facts, tree) {
  const manifest = manifestOfTree(facts, tree);
  writeSigned(path.join(tree, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`, facts.keys);
  return manifest;
}
