import fs from 'node:fs';
import path from 'node:path';
import { byName } from '../files.mjs';
import { WINDOWS } from '../windowsNames.mjs';
import { UPGRADE_CODE, guidOf, keyOf } from './identity.mjs';

/** The conditions of an installation; each has its sentence in words.mjs. */
export const CONDITIONS = {
  system: `Installed OR BUILDNUMBER >= ${WINDOWS.oldestBuild}`,
  newer: 'Installed OR NOT NEWER',
  setup: 'Installed OR (INSTALLEDBY <> "setup" AND INSTALLEDFORME <> "setup")',
};

/** The source that wixl makes a package of (WiX 3). It holds no Chinese: wixl 0.101 loses it; words.mjs puts it in afterwards. */
export function sourceOf(facts, tree, { productCode, icon, guard }) {
  const { version } = facts;
  const { body, components } = describeFolder(tree, '');
  return `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="${productCode}" Name="Jianbao" Language="2052" Codepage="936" Version="${version}" Manufacturer="Jianbao" UpgradeCode="${UPGRADE_CODE}">
<Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Description="Jianbao ${version}" Manufacturer="Jianbao"/>
<Media Id="1" Cabinet="app.cab" EmbedCab="yes"/>
<Upgrade Id="${UPGRADE_CODE}">
<UpgradeVersion Minimum="0.0.0" Maximum="${version}" IncludeMaximum="yes" Property="OLDER"/>
<UpgradeVersion Minimum="${version}" IncludeMinimum="no" OnlyDetect="yes" Property="NEWER"/>
</Upgrade>
${PROPERTIES}
${Object.values(CONDITIONS).map((condition) => `<Condition Message="x">${asXml(condition)}</Condition>`).join('\n')}
<Icon Id="icon.ico" SourceFile="${icon}"/>
<Directory Id="TARGETDIR" Name="SourceDir">
<Directory Id="ProgramFiles64Folder" Name="PFiles">
<Directory Id="INSTALLDIR" Name="${WINDOWS.folder}">
${body}</Directory>
</Directory>
<Directory Id="ProgramMenuFolder" Name="Programs">
${startMenu(facts)}
</Directory>
</Directory>
<Feature Id="Main" Level="1">${[...components, 'StartMenu'].map((id) => `<ComponentRef Id="${id}"/>`).join('')}</Feature>
${actions(guard)}
</Product>
</Wix>
`;
}

/** REINSTALLMODE: every file is the package's, whatever version the one there claims; without it an upgrade leaves out files that look newer. */
const PROPERTIES = `<Property Id="REINSTALLMODE" Value="amus"/>
<Property Id="ARPPRODUCTICON" Value="icon.ico"/>
<Property Id="ARPNOMODIFY" Value="1"/>
${search('BUILDNUMBER', 'HKLM', 'Software\\Microsoft\\Windows NT\\CurrentVersion', 'CurrentBuildNumber')}
${search('OLDDIR', 'HKLM', WINDOWS.appKey, 'InstallDir')}
${search('INSTALLEDBY', 'HKLM', WINDOWS.appKey, 'InstalledBy')}
${search('INSTALLEDFORME', 'HKCU', WINDOWS.appKey, 'InstalledBy')}`;

function search(property, root, key, name) {
  return `<Property Id="${property}"><RegistrySearch Id="${property}" Root="${root}" Key="${key}" Name="${name}" Type="raw" Win64="yes"/></Property>`;
}

/** What an ordinary user may do with a folder outside Program Files, where Windows would let everybody write: read and run, apps in containers too (Chromium's own). */
const RIGHTS = '*S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX *S-1-15-2-1:(OI)(CI)RX *S-1-15-2-2:(OI)(CI)RX';

/** The folder chosen before is taken again; a running program stops everything before anything is touched; a folder elsewhere is closed to others. */
function actions(guard) {
  const remember = '<Custom Action="SameFolder" Sequence="60">OLDDIR AND NOT INSTALLDIR</Custom>';
  return `<CustomAction Id="SameFolder" Property="INSTALLDIR" Value="[OLDDIR]" Execute="firstSequence"/>
<CustomAction Id="Icacls" Property="ICACLS" Value="[System64Folder]icacls.exe"/>
<CustomAction Id="OnlyAdministrators" Property="ICACLS" ExeCommand="${asXml(`"[INSTALLDIR]." /inheritance:r /grant:r ${RIGHTS}`)}" Execute="deferred" Impersonate="no" Return="check"/>
<CustomAction Id="Location" Property="ARPINSTALLLOCATION" Value="[INSTALLDIR]"/>
${guard ? `<Binary Id="guard" SourceFile="${guard}"/>\n<CustomAction Id="Running" BinaryKey="guard" DllEntry="RefuseWhileRunning" Execute="immediate" Return="check"/>` : ''}
<InstallUISequence>${remember}</InstallUISequence>
<InstallExecuteSequence>
${remember}
<Custom Action="Location" Sequence="1010"/>
<Custom Action="Icacls" Sequence="1015"/>
${guard ? '<Custom Action="Running" Sequence="1020">NOT UPGRADINGPRODUCTCODE</Custom>' : ''}
<RemoveExistingProducts Sequence="1510"/>
<Custom Action="OnlyAdministrators" Sequence="4010">${asXml('NOT REMOVE AND NOT (INSTALLDIR ~<< ProgramFiles64Folder)')}</Custom>
</InstallExecuteSequence>`;
}

/** The entry in the start menu, what setup.exe looks for, and “open with” (FriendlyAppName comes from words.mjs). */
function startMenu({ version }) {
  const value = (key, name, text, more = '') => `<RegistryValue Root="HKLM" Key="${key}"${name === '' ? '' : ` Name="${name}"`} Type="string" Value="${asXml(text)}"${more}/>`;
  const { appKey, openWithKey, opens, program } = WINDOWS;
  return `<Component Id="StartMenu" Guid="${guidOf('start menu')}" Win64="yes">
<Shortcut Id="shortcut" Name="Jianbao" Target="[INSTALLDIR]${program}" WorkingDirectory="INSTALLDIR" Icon="icon.ico"/>
${value(appKey, 'InstallDir', '[INSTALLDIR]', ' KeyPath="yes"')}${value(appKey, 'Version', version)}${value(appKey, 'InstalledBy', 'msi')}
${value(openWithKey, 'FriendlyAppName', 'Jianbao')}${value(`${openWithKey}\\shell\\open\\command`, '', `"[INSTALLDIR]${program}" "%1"`)}
${opens.map((ending) => value(`${openWithKey}\\SupportedTypes`, ending, '')).join('')}
</Component>`;
}

const asXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One component for each file, in plain order. */
function describeFolder(tree, inside) {
  const components = [];
  const body = fs.readdirSync(path.join(tree, inside), { withFileTypes: true }).sort((a, b) => byName(a.name, b.name)).map((entry) => {
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) {
      const under = describeFolder(tree, name);
      components.push(...under.components);
      return `<Directory Id="${keyOf('d', name)}" Name="${entry.name}">\n${under.body}</Directory>\n`;
    }
    components.push(keyOf('c', name));
    return `<Component Id="${keyOf('c', name)}" Guid="${guidOf(`component ${name}`)}" Win64="yes"><File Id="${keyOf('f', name)}" Name="${entry.name}" Source="${name}" KeyPath="yes"/></Component>\n`;
  });
  return { body: body.join(''), components };
}
