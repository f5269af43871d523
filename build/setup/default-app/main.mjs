// Lets an Electron without its own start-up application run one from a folder:
// electron [switches] [-r MODULE]… FOLDER [arguments].
import { app } from 'electron/main';
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

function readCommandLine(words) {
  const required = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === '-v' || word === '--version') return { print: `v${process.versions.electron}` };
    if (word === '-r' || word === '--require') required.push(words[++i]);
    else if (!word.startsWith('-')) return { required, target: path.resolve(word) };
  }
  return { print: 'usage: electron [switches] FOLDER [arguments]', status: 1 };
}

function introduce(folder) {
  const file = path.join(folder, 'package.json');
  if (!fs.existsSync(file)) return;
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  app.setName(manifest.productName ?? manifest.name ?? 'app');
  if (manifest.version) app.setVersion(manifest.version);
  app.setAppPath(folder);
}

async function open({ required, target }) {
  if (required.length > 0) Module._preloadModules(required);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true, configurable: false });
  introduce(target);
  const entry = Module._resolveFilename(target, null, true);
  if (!fs.existsSync(path.join(target, 'package.json'))) app.setAppPath(path.dirname(entry));
  await import(pathToFileURL(entry).href);
}

const asked = readCommandLine(process.argv.slice(1));
if (asked.print !== undefined) {
  console.log(asked.print);
  process.exit(asked.status ?? 0);
}
try {
  await open(asked);
} catch (error) {
  console.error('The application did not load:', error);
  process.exit(1);
}
