// npm run cli -- COMMAND …: the command line. Standard output carries the command's own answer only.
import path from 'node:path';
import { ensureDependencies } from './setup/dependencies.mjs';
import { hasDisplay, startDisplay } from './setup/display.mjs';
import { projectNode, root } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { ownEnvironment, runHere } from './setup/run.mjs';
import { orExplain } from './setup/say.mjs';

/** npm runs scripts in the checkout; file names are meant from where the command was typed. */
function callersFolder() {
  const here = process.cwd();
  return here === root ? (process.env.INIT_CWD ?? here) : here;
}

/** A command that prints pages needs Electron, which is then the one that runs it (docs/command-line.md). */
const printsPages = (words) => words.some((word, at) => /^--format(=|$)/.test(word) && /pdf/.test(word.includes('=') ? word : (words[at + 1] ?? '')));

/** The command line inside Electron, with a screen to print on; files are named from the caller's folder. */
async function runInElectron(words) {
  const { electron, env, switches } = await prepare();
  const display = hasDisplay() ? null : await startDisplay();
  const screen = process.platform === 'linux' ? ['--ozone-platform=x11', '--disable-gpu', '--log-level=3'] : [];
  try {
    return await runHere(electron.executable, [...switches, ...screen, root, '--cli', ...words], { cwd: callersFolder(), env: display ? { ...env, DISPLAY: display.name } : env });
  } finally {
    display?.stop();
  }
}

await orExplain(async () => {
  ensureDependencies();
  if (printsPages(process.argv.slice(2))) process.exit(await runInElectron(process.argv.slice(2)));
  const args = [path.join(root, 'electron', 'cli.ts'), ...process.argv.slice(2)];
  process.exit(await runHere(projectNode, args, { cwd: callersFolder(), env: ownEnvironment() }));
});
