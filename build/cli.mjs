// npm run cli -- COMMAND …: the command line. Standard output carries the command's own answer only.
import path from 'node:path';
import { ensureDependencies } from './setup/dependencies.mjs';
import { projectNode, root } from './setup/paths.mjs';
import { ownEnvironment, runHere } from './setup/run.mjs';
import { orExplain } from './setup/say.mjs';

/** npm runs scripts in the checkout; file names are meant from where the command was typed. */
function callersFolder() {
  const here = process.cwd();
  return here === root ? (process.env.INIT_CWD ?? here) : here;
}

await orExplain(async () => {
  ensureDependencies();
  const args = [path.join(root, 'electron', 'cli.ts'), ...process.argv.slice(2)];
  process.exit(await runHere(projectNode, args, { cwd: callersFolder(), env: ownEnvironment() }));
});
