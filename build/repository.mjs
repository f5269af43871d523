// npm run repository -- FOLDER: makes a folder of .deb files one that apt reads and believes: an index, signed by the GPG
// key that JIANBAO_GPG_KEY names, and the public key beside it. The folder may stand on a share, a stick or a web server.
import fs from 'node:fs';
import path from 'node:path';
import { ownEnvironment, runQuietly } from './setup/run.mjs';
import { SetupError, orExplain, say } from './setup/say.mjs';
import { onPath } from './setup/system.mjs';

const KEY_FILE = 'jianbao.gpg';

function makeRepository(folder, key) {
  if (!folder || !fs.existsSync(folder)) throw new SetupError('要写清放 .deb 的文件夹：npm run repository -- 文件夹');
  if (!key) throw new SetupError('没有 GPG 密钥。用 JIANBAO_GPG_KEY 写明密钥的指纹。');
  if (!onPath('apt-ftparchive')) throw new SetupError('这里没有 apt-ftparchive。请先安装 apt-utils。');
  if (!fs.readdirSync(folder).some((name) => name.endsWith('.deb'))) throw new SetupError(`${folder} 里没有 .deb。`);
  for (const name of ['Packages', 'Release', 'InRelease', KEY_FILE]) fs.rmSync(path.join(folder, name), { force: true });
  const run = (what, command, args) => runQuietly(what, command, args, { cwd: folder, env: ownEnvironment({ LC_ALL: 'C.UTF-8' }) });
  fs.writeFileSync(path.join(folder, 'Packages'), run('列出软件包', 'apt-ftparchive', ['packages', '.']), { mode: 0o644 });
  const release = run('写 Release', 'apt-ftparchive', ['-o', 'APT::FTPArchive::Release::Label=检报', 'release', '.']);
  fs.writeFileSync(path.join(folder, 'Release'), release, { mode: 0o644 });
  run('签名', 'gpg', ['--batch', '--yes', '--local-user', key, '--clearsign', '--output', 'InRelease', 'Release']);
  run('写出公钥', 'gpg', ['--batch', '--yes', '--output', KEY_FILE, '--export', key]);
  say(`写好了。各机的软件源一行：deb [signed-by=/etc/apt/keyrings/${KEY_FILE}] file:${path.resolve(folder)} ./`);
}

await orExplain(() => makeRepository(process.argv[2], process.env.JIANBAO_GPG_KEY));
