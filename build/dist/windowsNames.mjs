// What an installed 检报 is called on Windows. setup.exe and the MSI both keep to it: each looks here for the other.

/** Names and places; registry keys are below HKLM for all users, below HKCU for one, always in the 64-bit view. */
export const WINDOWS = {
  /** The folder's own name: below Program Files for all users, below %LOCALAPPDATA%\Programs for one. */
  folder: 'Jianbao',
  program: 'jianbao.exe',
  shortcut: '检报.lnk',
  publisher: '检报',
  /** Values: InstallDir, Version, InstalledBy (`setup` or `msi`). Policy stands elsewhere (Software\Policies\Jianbao) and is never touched. */
  appKey: 'Software\\Jianbao',
  uninstallKey: 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Jianbao',
  /** Offers 检报 in “open with”; whatever opens a kind of file now goes on opening it. */
  openWithKey: 'Software\\Classes\\Applications\\jianbao.exe',
  opens: ['.xlsx', '.jbpack'],
  /** Windows 10 1809. */
  oldestBuild: 17763,
};

/** The name that programs-and-features shows: it says what a package is not. */
export const titleOf = ({ development, signed }) => {
  const not = [development ? '开发包' : '', signed ? '' : '未签名'].filter((word) => word !== '');
  return not.length === 0 ? '检报' : `检报（${not.join('，')}）`;
};
