import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../setup/paths.mjs';
import { ownEnvironment, runQuietly } from '../../setup/run.mjs';
import { SetupError } from '../../setup/say.mjs';
import { onPath } from '../../setup/system.mjs';
import { signWindows } from '../authenticode.mjs';
import { SETUP_CODES } from '../exitCodes.mjs';
import { filesUnder } from '../files.mjs';
import { WINDOWS, titleOf } from '../windowsNames.mjs';
import { langStrings } from './texts.mjs';

const SOURCE = path.join(root, 'build', 'dist', 'nsis');
/** For all users and for one. */
const FORMS = [
  { ending: 'setup', scope: 'machine', level: 'admin' },
  { ending: 'setup-user', scope: 'user', level: 'user' },
];
/** What an upgrade needs beside the old and the new version. */
const SPARE_MB = 20;

/** Writes …-setup.exe (all users) and …-setup-user.exe (one) with makensis; both and their uninstallers signed where there is a certificate. */
export function writeSetup(facts, tree, { out }) {
  if (!onPath('makensis')) throw new SetupError('这里没有 makensis。请先安装 nsis，或用 --only 略过 setup。');
  const work = fs.mkdtempSync(path.join(out, 'making-'));
  try {
    writeGenerated(facts, tree, work);
    return FORMS.map((form) => compile(facts, form, { work, file: path.join(out, `${facts.stem}-${form.ending}.exe`) }));
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function compile(facts, { scope, level }, { work, file }) {
  const [icon, side] = ['icon.ico', 'setup-side.bmp'].map((name) => path.join(root, 'build', 'icons', name));
  const defined = { SOURCE, GEN: work, ICON: icon, SIDE: side, SCOPE: scope, LEVEL: level, OUT: file, ...signer(facts) };
  const words = Object.entries(defined).map(([name, value]) => `-D${name}=${value}`);
  const env = ownEnvironment({ LC_ALL: 'C.UTF-8', TZ: 'UTC', SOURCE_DATE_EPOCH: String(facts.epoch) });
  runQuietly(`打 ${path.basename(file)} `, 'makensis', ['-V2', '-WX', '-NOCD', '-INPUTCHARSET', 'UTF8', ...words, path.join(SOURCE, 'setup.nsi')], { env });
  signWindows(facts, file);
  fs.chmodSync(file, 0o644);
  return file;
}

/** What makensis calls on the uninstaller before it packs it. */
function signer({ codesign }) {
  if (!codesign) return {};
  return { SIGN: `"${process.execPath}" "${path.join(root, 'build', 'dist', 'signFile.mjs')}"` };
}

function writeGenerated(facts, tree, work) {
  const files = filesUnder(tree);
  const write = (name, text) => fs.writeFileSync(path.join(work, name), text);
  write('facts.nsh', definesOf(facts, files.map((file) => fs.statSync(path.join(tree, file)).size)));
  write('texts.nsh', langStrings());
  write('files.nsh', unpackAll(tree, files));
  write('uninstall.lst', installedFiles(files).map((file) => `${backslashed(file)}\r\n`).join(''));
}

/** What an installation consists of, its own uninstaller included; an upgrade moves exactly these out of the way. */
export const installedFiles = (files) => [...files, 'uninstall.exe', 'uninstall.ini'];

function definesOf(facts, sizes) {
  const kilobytes = sizes.reduce((total, size) => total + Math.ceil(size / 1024), 0);
  const { folder, program, shortcut, publisher, appKey, uninstallKey, openWithKey, oldestBuild, opens } = WINDOWS;
  const values = {
    VERSION: facts.version, ARCH: facts.arch, TITLE: titleOf(facts), FOLDER: folder, PROGRAM: program, SHORTCUT: shortcut, PUBLISHER: publisher,
    APP_KEY: appKey, UNINSTALL_KEY: uninstallKey, OPEN_WITH_KEY: openWithKey, OLDEST_BUILD: oldestBuild,
    SIZE_KB: kilobytes, NEED_MB: Math.ceil(kilobytes / 1024) + SPARE_MB,
    ...Object.fromEntries(SETUP_CODES.map(({ name, code }) => [`CODE_${name}`, code])),
  };
  const openWith = opens.map((ending) => `  WriteRegStr SHCTX "\${OPEN_WITH_KEY}\\\${KEY}" "${ending}" ""\n`).join('');
  return `${Object.entries(values).map(([name, value]) => `!define ${name} "${value}"\n`).join('')}!macro OpenWith KEY\n${openWith}!macroend\n`;
}

/** The statements that unpack the tree into ~new, folder by folder. */
function unpackAll(tree, files) {
  const folders = Map.groupBy(files, (file) => path.posix.dirname(file));
  return [...folders].map(([folder, inside]) => {
    const place = folder === '.' ? '' : `\\${backslashed(folder)}`;
    return `SetOutPath "$INSTDIR\\~new${place}"\n${inside.map((file) => `File "${literally(path.join(tree, file))}"\n`).join('')}`;
  }).join('');
}

const backslashed = (file) => literally(file).replaceAll('/', '\\');
const literally = (text) => text.replaceAll('$', '$$$$');
