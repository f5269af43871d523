// The offline list of known weaknesses (advisories.json) held against the lock file.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './setup/paths.mjs';

const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));

/** The list: its date, other names of packages, and the weaknesses by package with the versions they are in. */
export const advisories = () => read('build/advisories.json');

/** Every package of the lock file: `{ name, version, place }`, under the name it was published as. */
export function locked() {
  return Object.entries(read('package-lock.json').packages).flatMap(([place, entry]) =>
    (place === '' || entry.version === undefined ? [] : [{ place, name: entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length), version: entry.version }]));
}

/** The weaknesses that packages have, as sentences; none is the good answer. */
export function weaknesses(packages, list = advisories()) {
  return packages.flatMap(({ name, version, place }) => {
    const known = list.advisories.filter((one) => one.package === (list.aliases[name] ?? name));
    return known.filter(({ ranges }) => ranges.some((range) => within(version, range))).map((one) => `${place ?? name} ${version}: ${one.ids[0]} ${one.what} (${one.source})`);
  });
}

function within(version, { from = '0.0.0', below }) {
  return compare(version, from) >= 0 && compare(version, below) < 0;
}

/** A version before its release (1.2.0-beta) comes before it. */
function compare(a, b) {
  const [x, y] = [a, b].map((text) => text.split('+')[0].split('-'));
  const [p, q] = [x[0], y[0]].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 3; i++) if ((p[i] ?? 0) !== (q[i] ?? 0)) return (p[i] ?? 0) - (q[i] ?? 0);
  return Number(x.length === 1) - Number(y.length === 1);
}
