import { spawn } from 'node:child_process';
import { onPath } from './system.mjs';

/** Whether this machine has a screen of its own to open windows on. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts Xvfb on a free display: `{ name, stop }`, or null when Xvfb is not installed. */
export function startDisplay() {
  if (!onPath('Xvfb')) return Promise.resolve(null);
  const args = ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp', '-ac'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = () => server.kill();
  process.on('exit', stop);
  return new Promise((resolve) => {
    server.on('error', () => resolve(null));
    server.on('exit', () => resolve(null));
    server.stdio[3].once('data', (number) => resolve({ name: `:${String(number).trim()}`, stop }));
  });
}
