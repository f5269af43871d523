// Every sentence of setup.exe and uninstall.exe, in both languages. $Names are variables of setup.nsi, filled when it speaks.

const TEXTS = {
  FOLDER_TITLE: ['装到哪里', 'Where to install'],
  FOLDER_SUBTITLE: ['一般不用改。', 'Usually there is nothing to change.'],
  UPGRADE_TITLE: ['升级检报', 'Upgrade 检报'],
  UPGRADE_SUBTITLE: ['从 $Found 升到 $Ours。数据不动。', 'From $Found to $Ours. The data is not touched.'],
  REPAIR_TITLE: ['修复检报', 'Repair 检报'],
  REPAIR_SUBTITLE: ['$Ours 已经装着，重新装一遍。数据不动。', '$Ours is installed already; it is installed once more. The data is not touched.'],
  FOLDER_TEXT: ['检报装在下面的文件夹里。填报数据放在每个人自己的文件夹，不在这里。', 'The program goes into this folder. Survey data stays in each person’s own folder, not here.'],
  FOLDER_LABEL: ['文件夹', 'Folder'],
  BUSY_TITLE: ['正在安装', 'Installing'],
  BUSY_SUBTITLE: ['不到一分钟。', 'This takes less than a minute.'],
  DONE_TITLE: ['装好了', 'Installed'],
  DONE_TEXT: ['检报 $Ours 已经装好，在开始菜单里。', '检报 $Ours is installed. You find it in the Start menu.'],
  DONE_OPEN: ['打开检报', 'Open 检报'],
  DONE_DESKTOP: ['在桌面上放一个图标', 'Put an icon on the desktop'],
  DONE_BUTTON: ['完成', 'Finish'],
  REMOVE_TITLE: ['卸载检报', 'Uninstall 检报'],
  REMOVE_SUBTITLE: ['只删程序，不动数据。', 'Removes the program, never the data.'],
  REMOVE_TEXT: ['填报数据、台账、密钥、备份和策略都留着，以后再装还能接着用。', 'Work files, ledgers, keys, backups and the policy stay; a later installation goes on with them.'],
  REMOVE_LABEL: ['程序在', 'Program folder'],
  REMOVING_TITLE: ['正在卸载', 'Uninstalling'],
  REMOVED_TITLE: ['卸载好了', 'Uninstalled'],
  REMOVED: ['程序已经卸载。填报数据、密钥和备份都还在。', 'The program is uninstalled. Survey data, keys and backups are still there.'],
  ASK_QUIT: ['检报还没有装好。现在退出吗？', '检报 is not installed yet. Quit now?'],
  CANCELLED: ['取消了，什么都没装。', 'Cancelled. Nothing was installed.'],
  NOT_ELEVATED: ['为所有用户安装或卸载要有管理员权限。请以管理员身份运行；只为自己装，用 setup-user.exe。', 'Installing or uninstalling for all users needs administrator rights. Run it as an administrator, or use setup-user.exe for yourself only.'],
  RUNNING: ['检报正开着，或有程序占着它的文件：$Line。退出以后再来，现在什么都没动。', '检报 is running, or a program holds one of its files: $Line. Close it and try again; nothing was changed.'],
  OLD_STAYS: ['旧版的这个文件移不走：$Line。旧版已放回原样。重启电脑后再试。', 'This file of the old version cannot be moved: $Line. The old version was put back. Restart the computer and try again.'],
  LEFT_OVER: ['这个文件删不掉：$Line。没有卸载，程序照旧能用。重启电脑后再卸载。', 'This file cannot be deleted: $Line. Nothing was uninstalled. Restart the computer and uninstall again.'],
  OLD_WINDOWS: ['检报要 64 位的 Windows 10（1809 以上）或 Windows 11，这台电脑的旧了。', '检报 needs 64-bit Windows 10 (1809 or later) or Windows 11; this computer has an older one.'],
  OTHER_PROCESSOR: ['这个安装程序是给 ARM 处理器的，这台电脑要用文件名里有 x64 的那个。', 'This installer is for ARM processors; this computer needs the one with x64 in its name.'],
  NO_ROOM: ['硬盘空间不够：$Root 还有 $Free MB，要 $Need MB。什么都没动。', 'Not enough space: $Root has $Free MB, $Need MB are needed. Nothing was changed.'],
  WRITE: ['文件写不进 $INSTDIR。原来的样子没有变。看一看硬盘空间和文件夹权限。', 'Files cannot be written to $INSTDIR. It is as it was before. Check the disk space and the rights on the folder.'],
  IN_THE_WAY: ['$INSTDIR 里已有一个别的文件叫 $Line，没有覆盖它，一切照旧。移开它再装。', '$INSTDIR holds another file named $Line. It was not overwritten and all is as before. Move it away and install again.'],
  NEWER: ['已经装着更新的检报 $Found，这个是 $Ours，没有改动。旧版打不开新版的数据；真要换回去，请先卸载。', 'A newer 检报 $Found is installed; this is $Ours. Nothing was changed. The older version cannot open the newer one’s data; uninstall first if you really want it.'],
  BY_MSI: ['这台电脑上的检报 $Found 是用 MSI 装的。用 MSI 升级，或先卸载它。', '检报 $Found on this computer was installed by MSI. Upgrade it by MSI, or uninstall it first.'],
  FOR_ALL: ['这台电脑已经为所有用户装了检报 $Found，开始菜单里就有，不用再为自己装一份。', '检报 $Found is installed on this computer for all users. It is in the Start menu; you need no copy of your own.'],
  ALSO_OWN: ['你自己已经装了一份检报 $Found。接着装会有两份，开始菜单里有两个图标；装好后可以卸载自己的那份，数据不受影响。接着装吗？', 'You have a copy of 检报 $Found of your own. Going on gives you two, with two icons in the Start menu; afterwards you can uninstall your own one, the data is not affected. Go on?'],
  ELSEWHERE: ['检报 $Found 已经装在 $Prior。要换文件夹，请先卸载，数据不受影响。', '检报 $Found is installed in $Prior. To change the folder, uninstall it first; the data is not affected.'],
  NOT_EMPTY: ['$INSTDIR 里已有别的东西。请选一个空文件夹，或写一个新文件夹的名字。', '$INSTDIR holds other things. Choose an empty folder, or type the name of a new one.'],
  NOT_A_PLACE: ['“$INSTDIR”不是完整的文件夹。请写成 D:\\检报 这样。', '“$INSTDIR” is not a full path. Write it like D:\\Jianbao.'],
  OTHERS_FOLDER: ['$INSTDIR 里已经有另一份检报（为所有用户的，或为某个人的）。请换一个文件夹。', '$INSTDIR already holds another 检报 (for all users, or for one person). Choose another folder.'],
  DONE_INSTALLED: ['装好了：检报 $Ours，在 $INSTDIR。', 'Installed: 检报 $Ours in $INSTDIR.'],
};

const LANGUAGES = [2052, 1033];

/** The sentences as statements of NSIS. */
export function langStrings() {
  return Object.entries(TEXTS).flatMap(([name, texts]) => LANGUAGES.map((language, at) => `LangString ${name} ${language} "${texts[at].replaceAll('"', '$\\"')}"\n`)).join('');
}
