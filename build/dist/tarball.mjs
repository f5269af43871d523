import path from 'node:path';
import { squeeze } from './squeeze.mjs';
import { entriesOf, tarChunks } from './tar.mjs';

/** Writes the folder as NAME.tar.gz, for systems without either kind of package; it unpacks into one folder. */
export async function writeTarball(facts, tree, { out }) {
  const file = path.join(out, `${facts.stem}.tar.gz`);
  await squeeze(tarChunks(entriesOf(tree, `${facts.name}-${facts.version}/`), facts.epoch), file, { gzip: true });
  return file;
}
