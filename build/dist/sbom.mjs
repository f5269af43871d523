import { createHash } from 'node:crypto';
import { shippedPackages } from './licences.mjs';

/** The parts list (CycloneDX 1.5): the program, what it was made from, Electron, Chromium and SQLite, and every shipped file with its SHA-256. The same build gives the same bytes. */
export function partsList(facts, manifest) {
  const body = {
    bomFormat: 'CycloneDX', specVersion: '1.5', version: 1,
    metadata: { timestamp: facts.time, component: { 'bom-ref': 'jianbao', type: 'application', name: facts.product, version: facts.version, properties: [{ name: 'commit', value: facts.commit }] } },
    components: [...runtimeParts(facts), ...shippedPackages().map(packagePart), ...fileParts(manifest)],
    dependencies: [{ ref: 'jianbao', dependsOn: [...runtimeParts(facts), ...shippedPackages().map(packagePart)].map((part) => part['bom-ref']) }],
  };
  return `${JSON.stringify({ ...body, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}` }, null, 1)}\n`;
}

function runtimeParts({ electron, chromium, sqlite }) {
  const part = (name, version, more) => ({ 'bom-ref': `${name}@${version}`, name, version, ...more });
  return [
    part('electron', electron.version, { type: 'framework', purl: `pkg:npm/electron@${electron.version}`, licenses: [{ license: { id: 'MIT' } }] }),
    part('chromium', chromium, { type: 'framework', licenses: [{ license: { id: 'BSD-3-Clause' } }] }),
    part('sqlite', sqlite, { type: 'library', licenses: [{ license: { name: 'Public Domain' } }] }),
  ];
}

function packagePart({ name, version, licence, integrity }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [, base64] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  const hashes = base64 ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] } : {};
  return { 'bom-ref': purl, type: 'library', name, version, purl, licenses: [/^[\w.+-]+$/.test(licence) ? { license: { id: licence } } : { expression: licence }], ...hashes };
}

function fileParts({ files }) {
  return Object.entries(files).map(([name, { sha256 }]) => ({ 'bom-ref': `file:${name}`, type: 'file', name, hashes: [{ alg: 'SHA-256', content: sha256 }] }));
}

function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
