// Prints, as JSON, what a test or a script needs to run this project's Electron.
import { prepare } from './setup/prepare.mjs';
import { orExplain } from './setup/say.mjs';

await orExplain(async () => {
  const { electron, sqliteBinding, needsNoSandbox } = await prepare();
  const { executable, folder, version } = electron;
  process.stdout.write(`${JSON.stringify({ electron: executable, folder, version, sqliteBinding, needsNoSandbox }, null, 2)}\n`);
});
