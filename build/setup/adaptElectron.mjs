// adaptElectron.mjs FOLDER: turns a packaged Electron back into a plain one (two fuses, and the start-up
// application that packaged ones lack). Runs on the project's Node.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

const folder = process.argv[2];
await flipFuses(path.join(folder, 'electron'), {
  version: FuseVersion.V1,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
});
const resources = path.join(folder, 'resources');
fs.mkdirSync(resources, { recursive: true });
await createPackage(path.join(path.dirname(fileURLToPath(import.meta.url)), 'default-app'), path.join(resources, 'default_app.asar'));
