import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { modules, root } from './paths.mjs';
import { SetupError } from './say.mjs';

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
  const words = [done.error?.message, done.stdout, done.stderr].filter(Boolean).join('\n').trim();
  throw new SetupError(`${what}没有成功。\n${words.slice(-3000)}`);
}

/** Runs a command and says whether it ended with status 0 within the time given. */
export function succeeds(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'ignore', ...options }).status === 0;
}

/** Runs a command on this terminal and resolves with its exit status. */
export function runHere(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const end = (status) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(status);
    };
    child.on('error', () => end(70));
    child.on('exit', (status, signal) => end(status ?? (signal ? 1 : 0)));
  });
}
