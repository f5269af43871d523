import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { SetupError } from '../setup/say.mjs';

/** The state of every switch inside the Electron binary that matters to safety, as electron-builder names them. */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
};

const WIRE = {
  runAsNode: 'RunAsNode', enableCookieEncryption: 'EnableCookieEncryption', enableNodeOptionsEnvironmentVariable: 'EnableNodeOptionsEnvironmentVariable',
  enableNodeCliInspectArguments: 'EnableNodeCliInspectArguments', enableEmbeddedAsarIntegrityValidation: 'EnableEmbeddedAsarIntegrityValidation',
  onlyLoadAppFromAsar: 'OnlyLoadAppFromAsar', loadBrowserProcessSpecificV8Snapshot: 'LoadBrowserProcessSpecificV8Snapshot',
};

/** The fuses of a binary as they stand in it: `{ runAsNode: false, … }`. */
export async function readFuses(binary) {
  const wire = await getCurrentFuseWire(binary);
  if (wire.version !== FuseVersion.V1) throw new SetupError(`${binary} 的保险位不是第一版。`);
  return Object.fromEntries(Object.entries(WIRE).map(([name, option]) => [name, wire[FuseV1Options[option]] === FuseState.ENABLE]));
}

/** Reads the fuses back and refuses a binary that has one the wrong way. */
export async function checkFuses(binary) {
  const found = await readFuses(binary);
  const wrong = Object.keys(FUSES).filter((name) => found[name] !== FUSES[name]);
  if (wrong.length > 0) throw new SetupError(`${binary} 的保险位不对：${wrong.join('、')}`);
}
