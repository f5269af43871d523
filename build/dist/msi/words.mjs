import path from 'node:path';
import { filesUnder } from '../files.mjs';
import { WINDOWS, titleOf } from '../windowsNames.mjs';
import { UPGRADE_CODE, fileNameOf, keyOf } from './identity.mjs';
import { CONDITIONS } from './source.mjs';

/** What a refused installation says, by its condition; `running` is said by the guard. */
export const SENTENCES = {
  system: '检报要 Windows 10（1809）或更新的系统，没有安装。',
  newer: '这台电脑上的检报比这个安装包新，没有改动。旧版打不开新版的数据。真要换回去，先卸载，再装旧版。',
  setup: '这台电脑上的检报是用 setup.exe 装的，没有改动。先卸载它，填报数据会留着，再装这个包。',
  running: '检报开着，没有改动。先退出检报，再做一次。',
};

/** The statements that put names, sentences and file names into a package that wixl has made. */
export function wordsFor(facts, tree) {
  const name = titleOf(facts);
  return [
    // wixl forgets that the upper end counts too: a rebuilt package of the same version replaces the one before.
    "DELETE FROM `Upgrade` WHERE `ActionProperty`='OLDER'",
    `INSERT INTO \`Upgrade\` (\`UpgradeCode\`, \`VersionMin\`, \`VersionMax\`, \`Attributes\`, \`ActionProperty\`) VALUES ('{${UPGRADE_CODE}}', '0.0.0', '${facts.version}', 768, 'OLDER')`,
    set('Property', { Property: 'ProductName' }, 'Value', name),
    set('Property', { Property: 'Manufacturer' }, 'Value', WINDOWS.publisher),
    set('Property', { Property: 'SecureCustomProperties' }, 'Value', 'INSTALLDIR;NEWER;OLDER'),
    ...Object.entries({ ARPCOMMENTS: `提交 ${facts.commit.slice(0, 12)}`, RUNNINGTEXT: SENTENCES.running }).map(([key, text]) => `INSERT INTO \`Property\` (\`Property\`, \`Value\`) VALUES ('${key}', '${text}')`),
    ...Object.entries(CONDITIONS).map(([key, condition]) => set('LaunchCondition', { Condition: condition }, 'Description', SENTENCES[key])),
    set('Shortcut', { Shortcut: 'shortcut' }, 'Name', `JIANBAO|${path.parse(WINDOWS.shortcut).name}`),
    set('Registry', { Name: 'FriendlyAppName' }, 'Value', path.parse(WINDOWS.shortcut).name),
    ...shortNames(tree),
  ];
}

function shortNames(tree) {
  const files = filesUnder(tree);
  const folders = new Set(files.flatMap((file) => file.split('/').slice(0, -1).map((_, at, parts) => parts.slice(0, at + 1).join('/'))));
  const long = (name) => fileNameOf(name.split('/').at(-1)).includes('|');
  const short = (name) => fileNameOf(name.split('/').at(-1));
  return [
    ...files.filter(long).map((file) => set('File', { File: keyOf('f', file) }, 'FileName', short(file))),
    ...[...folders].filter(long).map((folder) => set('Directory', { Directory: keyOf('d', folder) }, 'DefaultDir', short(folder))),
  ];
}

const set = (table, where, column, text) => {
  const [[key, row]] = Object.entries(where);
  return `UPDATE \`${table}\` SET \`${column}\`='${text}' WHERE \`${key}\`='${row}'`;
};
