// Programs and libraries that come from the operating system. Debian and Ubuntu: installed when run as root;
// everywhere else a line says what is missing.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { SetupError, say } from './say.mjs';

const FONT_NAME = /cjk|wqy|source-?han|notosanssc|simsun|uming|ukai|droidsansfallback/i;
const GTK_FCITX = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'].map(
  (folder) => `${folder}/gtk-3.0/3.0.0/immodules/im-fcitx5.so`,
);
const PKCS11_ENGINE = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'].map((folder) => `${folder}/engines-3/pkcs11.so`);

const library = (name) => () => libraries() === null || libraries().has(name);
const program = (name) => () => onPath(name);
const anyFile = (files) => () => files.some((file) => fs.existsSync(file));

const GROUPS = {
  window: [
    ['libgtk-3-0', library('libgtk-3.so.0')],
    ['libnss3', library('libnss3.so')],
    ['libasound2', library('libasound.so.2')],
    ['libgbm1', library('libgbm.so.1')],
    ['libcups2', library('libcups.so.2')],
    ['libatspi2.0-0', library('libatspi.so.0')],
    ['fonts-noto-cjk', () => hasFont('/usr/share/fonts') || hasFont('/usr/local/share/fonts')],
  ],
  display: [['xvfb', program('Xvfb')], ['xauth', program('xauth')], ['dbus', program('dbus-daemon')]],
  unpack: [['unzip', program('unzip')]],
  compiler: [['g++', program('g++')], ['make', program('make')], ['python3', program('python3')]],
  tests: [
    ['libreoffice-calc', program('soffice')],
    ['libreoffice-writer', anyFile(['/usr/lib/libreoffice/program/libswlo.so'])],
    ['poppler-utils', program('pdftotext')],
    ['fcitx5', program('fcitx5')],
    ['fcitx5-chinese-addons', anyFile(['/usr/share/fcitx5/inputmethod/pinyin.conf'])],
    ['fcitx5-table', anyFile(['/usr/share/fcitx5/inputmethod/wbx.conf'])],
    ['fcitx5-module-fullwidth', anyFile(['/usr/share/fcitx5/addon/fullwidth.conf'])],
    ['fcitx5-frontend-gtk3', anyFile(GTK_FCITX)],
    ['dbus-x11', program('dbus-launch')],
    ['xdotool', program('xdotool')],
    ['openbox', program('openbox')],
    ['imagemagick', program('import')],
    ['rpm', program('rpmbuild')],
    ['xz-utils', program('xz')],
    ['gnupg', program('gpg')],
    ...(onPath('dpkg') ? [['apt-utils', program('apt-ftparchive')]] : []),
    ['nsis', program('makensis')],
    ['osslsigncode', program('osslsigncode')],
    ['softhsm2', program('softhsm2-util')],
    ['libengine-pkcs11-openssl', anyFile(PKCS11_ENGINE)],
    ['msitools', program('msiinfo')],
    ['wixl', program('wixl')],
    ['wine', program('wine')],
    ['wine64', anyFile(['/usr/lib/wine/wine64', '/usr/bin/wine64'])],
    ['gcc-mingw-w64-x86-64-win32', program('x86_64-w64-mingw32-gcc')],
    ['mingw-w64-x86-64-dev', anyFile(['/usr/x86_64-w64-mingw32/include/windows.h'])],
    ['postgresql', () => onPath('psql') && fs.existsSync('/usr/lib/postgresql')],
  ],
};

/** Makes the named groups present where that is possible; returns the packages still missing. */
export function ensureSystem(...groups) {
  if (process.platform !== 'linux') return [];
  const wanted = groups.flatMap((group) => GROUPS[group]);
  const absent = () => wanted.filter(([, present]) => !present()).map(([name]) => name);
  const missing = absent();
  if (missing.length === 0) return [];
  const mayInstall = process.getuid() === 0 && onPath('apt-get');
  if (mayInstall) install(missing);
  forgetLibraries();
  const left = mayInstall ? absent() : missing;
  if (left.length > 0) say(`缺少系统组件：${left.join('、')}。请管理员安装（Debian/Ubuntu：sudo apt-get install ${left.join(' ')}）。`);
  return left;
}

function install(packages) {
  say(`正在安装系统组件：${packages.join('、')}……`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  apt(['update', '-q'], env);
  apt(['install', '-y', '-q', '--no-install-recommends', ...packages.map((name) => currentName(name))], env);
  say('系统组件已装好。');
}

function apt(args, env) {
  const done = spawnSync('apt-get', args, { env, encoding: 'utf8', maxBuffer: 1 << 27 });
  if (done.status !== 0) throw new SetupError(`apt-get ${args[0]} 没有成功。\n${done.stderr?.slice(-2000) ?? ''}`);
}

/** Newer releases call some libraries by another name. */
function currentName(name) {
  const newer = `${name}t64`;
  const known = spawnSync('apt-cache', ['show', newer], { stdio: 'ignore' }).status === 0;
  return known ? newer : name;
}

let knownLibraries;

function forgetLibraries() {
  knownLibraries = undefined;
}

function libraries() {
  if (knownLibraries !== undefined) return knownLibraries;
  const listed = spawnSync(fs.existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'], { encoding: 'utf8' });
  knownLibraries = listed.status === 0 ? new Set(listed.stdout.match(/^\s+\S+/gm)?.map((word) => word.trim())) : null;
  return knownLibraries;
}

/** Whether a program of this name is on the PATH. */
export function onPath(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, name)));
}

function hasFont(folder) {
  if (!fs.existsSync(folder)) return false;
  return fs.readdirSync(folder, { withFileTypes: true }).some((entry) =>
    entry.isDirectory() ? hasFont(path.join(folder, entry.name)) : FONT_NAME.test(entry.name),
  );
}
