// What a Linux package has besides the installed folder: its control data, its scripts, its entry in the menu.
import path from 'node:path';

const DEB_ARCH = { x64: 'amd64', arm64: 'arm64' };
const DEPENDS = ['libgtk-3-0 | libgtk-3-0t64', 'libnss3', 'libasound2 | libasound2t64', 'libgbm1', 'libcups2 | libcups2t64', 'libatspi2.0-0 | libatspi2.0-0t64', 'libxss1', 'xdg-utils', 'util-linux'];
const MAINTAINER = '检报 <jianbao@example.invalid>';

/** The other names that this product's packages have; two of them are never installed at once. */
const rivals = ({ name, product }) => [product, `${product}-dev`, `${product}-dev-debuggable`].filter((other) => other !== name);

/** The text of a Debian package's control file. */
export function control(facts, kilobytes) {
  const { name, version, arch } = facts;
  const lines = [
    `Package: ${name}`, `Version: ${version}`, `Architecture: ${DEB_ARCH[arch]}`, `Maintainer: ${MAINTAINER}`, `Installed-Size: ${kilobytes}`,
    `Depends: ${DEPENDS.join(', ')}`, 'Recommends: fonts-noto-cjk | fonts-wqy-zenhei | fonts-wqy-microhei', `Conflicts: ${rivals(facts).join(', ')}`,
    'Section: misc', 'Priority: optional', `Description: ${summary(facts)}`, ' 离线填报、审核、封存、核验，不联网。卸载不动填报数据。',
  ];
  return `${lines.join('\n')}\n`;
}

/** One line that says what the package is. */
export const summary = ({ development, signed }) => `检验检测统计调查填报${development ? '（开发包）' : ''}${signed ? '' : '（未签名）'}`;

/** The scripts of a Debian package. None touches a user's data, a key, a backup, a ledger or the policy. */
export function scripts(facts) {
  return { preinst: `#!/bin/sh\nset -e\n${refuseOlder(facts)}`, postinst: `#!/bin/sh\nset -e\n${afterInstall(facts)}` };
}

function refuseOlder({ version }) {
  return `if [ "$1" = upgrade ] && [ -n "$2" ] && dpkg --compare-versions "$2" gt ${version}; then
  echo "已装的检报 $2 比这个包（${version}）新，没有改动。旧版打不开新版的数据；真要换回去，请先卸载。" >&2
  exit 1
fi
`;
}

/** Where ordinary users may not make namespaces, Chromium's sandbox needs its helper to be root's. */
export function afterInstall({ product }) {
  return `sandbox=/opt/${product}/chrome-sandbox
if runuser -u nobody -- unshare --user --map-root-user true 2>/dev/null; then chmod 0755 "$sandbox"; else chmod 4755 "$sandbox"; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q /usr/share/applications || true; fi
`;
}

/** The files outside the installed folder. */
export function systemFiles(facts, tree) {
  const { product, name } = facts;
  return [
    { name: `./usr/bin/${product}`, mode: 0o777, link: `../../opt/${product}/jianbao.sh` },
    { name: `./usr/share/applications/${product}.desktop`, mode: 0o644, bytes: desktopEntry(facts) },
    ...['16', '32', '48', '64', '128', '256', '512'].map((size) => ({ name: `./usr/share/icons/hicolor/${size}x${size}/apps/${product}.png`, mode: 0o644, file: path.join(tree, 'icons', `${size}.png`) })),
    { name: `./usr/share/doc/${name}/copyright`, mode: 0o644, bytes: `检报的第三方许可：/opt/${product}/LICENSES.chromium.html、/opt/${product}/LICENSE.electron.txt，其余在程序的 关于 → 第三方许可。\n` },
  ];
}

function desktopEntry({ product, development }) {
  const name = `检报${development ? '（开发包）' : ''}`;
  return ['[Desktop Entry]', 'Type=Application', 'Name=Jianbao', `Name[zh_CN]=${name}`, 'Comment=Survey of inspection and testing agencies', 'Comment[zh_CN]=检验检测统计调查填报',
    `Exec=/opt/${product}/jianbao.sh %F`, `Icon=${product}`, 'Terminal=false', 'Categories=Office;', 'MimeType=application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;', 'StartupWMClass=检报', ''].join('\n');
}
