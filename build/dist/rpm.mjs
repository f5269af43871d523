import fs from 'node:fs';
import path from 'node:path';
import { ownEnvironment, runQuietly } from '../setup/run.mjs';
import { SetupError } from '../setup/say.mjs';
import { onPath } from '../setup/system.mjs';
import { copyFile, setModes } from './files.mjs';
import { afterInstall, summary, systemFiles } from './linux.mjs';

const RPM_ARCH = { x64: 'x86_64', arm64: 'aarch64' };
const REQUIRES = ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm', 'cups-libs', 'at-spi2-core', 'util-linux'];

/** Writes an rpm of an installed folder with rpmbuild, signed by GPG where JIANBAO_GPG_KEY names a key. */
export function writeRpm(facts, tree, { out, gzip }) {
  if (!onPath('rpmbuild')) throw new SetupError('这里没有 rpmbuild。请先安装 rpm，或用 --only 略过 rpm。');
  const work = fs.mkdtempSync(path.join(out, 'making-'));
  const file = path.join(out, `${facts.stem}.rpm`);
  try {
    const root = layOut(facts, tree, work);
    const spec = path.join(work, 'package.spec');
    fs.writeFileSync(spec, specOf(facts, tree, { root, gzip }));
    const env = ownEnvironment({ SOURCE_DATE_EPOCH: String(facts.epoch), LC_ALL: 'C.UTF-8', TZ: 'UTC' });
    runQuietly('打 rpm 包', 'rpmbuild', ['-bb', '--target', `${RPM_ARCH[facts.arch]}-linux`, '--define', `_topdir ${work}/top`, '--define', `_rpmdir ${work}/made`, spec], { env });
    const made = fs.readdirSync(path.join(work, 'made'), { recursive: true }).find((name) => name.endsWith('.rpm'));
    fs.copyFileSync(path.join(work, 'made', made), file);
    sign(file);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return file;
}

/** rpmsign looks for gpg in one place of its own unless told. */
function sign(file) {
  const key = process.env.JIANBAO_GPG_KEY;
  if (!key) return;
  const gpg = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'gpg')).find((program) => fs.existsSync(program));
  if (!gpg) throw new SetupError('这里没有 gpg，rpm 签不了名。请先安装 gnupg。');
  runQuietly('给 rpm 签名', 'rpmsign', ['--define', `_gpg_name ${key}`, '--define', `__gpg ${gpg}`, '--addsign', file], { env: ownEnvironment() });
}

function layOut(facts, tree, work) {
  const root = path.join(work, 'root');
  fs.cpSync(tree, path.join(root, 'opt', facts.product), { recursive: true });
  for (const { name, link, bytes, file } of systemFiles(facts, tree)) {
    const to = path.join(root, name);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    if (link) fs.symlinkSync(link, to);
    else if (file) copyFile(file, to);
    else fs.writeFileSync(to, bytes);
  }
  setModes(root);
  setTimes(root, facts.epoch);
  return root;
}

/** rpm keeps each file's time; a time after SOURCE_DATE_EPOCH alone it would bring back to it. */
function setTimes(folder, epoch) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) setTimes(file, epoch);
    fs.lutimesSync(file, epoch, epoch);
  }
}

function specOf(facts, tree, { root, gzip }) {
  const { name, product, version } = facts;
  const listed = systemFiles(facts, tree).map((each) => (each.link ? each.name.slice(1) : `%attr(0644,root,root) ${each.name.slice(1)}`));
  return `%global _binary_payload ${gzip ? 'w1.gzdio' : 'w6.xzdio'}
%global _source_payload %{_binary_payload}
%global __os_install_post %{nil}
%global debug_package %{nil}
%global _build_id_links none
%global _buildhost reproducible
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global __requires_exclude .*
%global __provides_exclude .*
Name: ${name}
Version: ${version}
Release: 1
Summary: ${summary(facts)}
License: Proprietary
Group: Applications/Productivity
AutoReqProv: no
Requires: ${REQUIRES.join(', ')}
Conflicts: ${[product, `${product}-dev`].filter((other) => other !== name).join(', ')}
%description
离线填报、审核、封存、核验，不联网。卸载不动填报数据。
%install
cp -a ${root}/. %{buildroot}/
%post
${afterInstall(facts)}
%files
%defattr(-,root,root,0755)
/opt/${product}
${listed.join('\n')}
`;
}
