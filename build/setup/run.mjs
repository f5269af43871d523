import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { modules, root } from './paths.mjs';
import { SetupError } from './say.mjs';

const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** The environment of every process started here: the project's own commands come first. */
export function ownEnvironment(extra = {}) {
  const search = `${path.join(modules, '.bin')}${path.delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH: search, ...extra };
}

/** Runs a command quietly; a failure is a SetupError that ends with the last lines of its output. */
export function runQuietly(what, command, args, options = {}) {
  const shell = process.platform === 'win32' && !path.isAbsolute(command);
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, shell, ...options });
  if (done.status === 0) return done.stdout;
  const words = [done.error?.message, done.stdout, done.stderr].filter(Boolean).join('\n').replaceAll(COLOUR, '').trim();
  const shown = words.length > 4000 ? `${words.slice(0, 2000)}\n…\n${words.slice(-2000)}` : words;
  throw new SetupError(`${what}没有成功。\n${shown}`);
}

/** Runs a command and says whether it ended with status 0 within the time given. */
export function succeeds(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'ignore', ...options }).status === 0;
}

/** Runs a command on this terminal and resolves with its exit status. */
export function runHere(command, args, options = {}) {
  return startHere(command, args, options).ended;
}

/** Starts a command on this terminal: `ended` resolves with its exit status, `stop` ends it. `hide` drops lines of its standard error. */
export function startHere(command, args, { hide, ...options } = {}) {
  const child = spawn(command, args, { cwd: root, stdio: ['inherit', 'inherit', hide ? 'pipe' : 'inherit'], ...options });
  if (hide) createInterface({ input: child.stderr }).on('line', (line) => hide.test(line) || process.stderr.write(`${line}\n`));
  const onSignal = (signal) => child.kill(signal) && child.once('exit', () => process.exit(130));
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(70));
    child.once('exit', (status) => resolve(status ?? 1));
  });
  const forget = () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  return { ended: ended.finally(forget), stop: () => child.kill() };
}
