// node build/dist/exitCodes.mjs: writes docs/admin/exit-codes.md. The one place of the exit codes of both installers.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../setup/paths.mjs';

/** setup.exe, setup-user.exe and uninstall.exe; the names are what setup.nsi calls them. */
export const SETUP_CODES = [
  { code: 0, name: 'DONE', what: '做完了', todo: '' },
  { code: 2, name: 'CANCELLED', what: '中途取消；安装程序文件不完整（没下完、被改过）；或临时文件夹（%TEMP%）满了', todo: '核对 SHA256SUMS，重新拷贝；清一清临时文件夹' },
  { code: 3, name: 'NOT_ELEVATED', what: '为所有用户安装、卸载，但没有管理员权限', todo: '以管理员身份运行，或改用 setup-user.exe' },
  { code: 4, name: 'RUNNING', what: '检报正开着，或有程序占着它的文件；什么都没动', todo: '退出检报再装；脚本可以过一会儿再试' },
  { code: 5, name: 'OLD_STAYS', what: '旧版的文件移不走或删不掉；已放回原样，照常能用', todo: '看是哪个程序占着，重启后再试' },
  { code: 6, name: 'WINDOWS', what: 'Windows 太旧（低于 10 的 1809），或安装程序不是给这种处理器的', todo: '看支持的系统一页' },
  { code: 7, name: 'WRITE', what: '硬盘满了、没有写权限，或写文件出错；原来的版本还在', todo: '腾出空间，核对文件夹权限，再装' },
  { code: 8, name: 'NEWER', what: '已经装着更新的版本，没有改动', todo: '不用装；真要换回旧版，先卸载，再用备份恢复' },
  { code: 9, name: 'OTHER', what: '已经用另一种方式装了：MSI，或为所有用户', todo: '用原来的方式升级，或先卸载那一份' },
  { code: 10, name: 'FOLDER', what: '文件夹不能用：里面有别的东西，或已经装在另一个文件夹', todo: '换一个空文件夹；已经装了的要换地方，先卸载' },
];

/** msiexec with this product's MSI: Windows Installer's own codes. */
export const MSI_CODES = [
  { code: 0, what: '做完了', todo: '' },
  { code: 1602, what: '中途取消', todo: '再装一次' },
  { code: 1603, what: '没有装，或没有装成：检报正开着、已装着更新的版本、是用 setup.exe 装的、Windows 太旧、没有管理员权限、硬盘满了', todo: '看日志里的那句话；“应用程序”事件日志里也有' },
  { code: 1605, what: '要卸载或修复的产品没有装', todo: '不用做什么' },
  { code: 1618, what: '另一个安装正在进行', todo: '过几分钟再试' },
  { code: 1619, what: '打不开安装包', todo: '看路径和共享的权限：组策略按电脑账户读' },
  { code: 1620, what: '安装包不完整', todo: '核对 SHA256SUMS，重新拷贝' },
  { code: 1625, what: '这台电脑的策略不许装', todo: '放行这个安装包的签名' },
  { code: 1633, what: '安装包不是给这种处理器的', todo: '换 x64 或 arm64 的包' },
  { code: 1641, what: '装好了，正在重启', todo: '' },
  { code: 3010, what: '装好了，重启后才换完', todo: '重启' },
];

/** The sheet for administrators. */
export function exitCodeSheet() {
  const rows = (codes) => codes.map(({ code, what, todo }) => `| ${code} | ${what} | ${todo} |`).join('\n');
  const msi = MSI_CODES.length === 0 ? '' : `\n## MSI（msiexec）\n\n| 退出码 | 意思 | 怎么办 |\n|---|---|---|\n${rows(MSI_CODES)}\n\n1603 是 Windows Installer 对一切“没有装”的回答，原因写在日志里：加 \`/l*v 文件\`。\n`;
  return `# 安装程序的退出码

这一页由打包程序写成。除 0（和 msiexec 的 1641、3010）以外，都没有装成。

## setup.exe、setup-user.exe、uninstall.exe

| 退出码 | 意思 | 怎么办 |
|---|---|---|
${rows(SETUP_CODES)}

静默运行不弹窗口。加 \`/LOG=文件\`，同样的话会写进那个文件。在命令提示符里要等它做完再看退出码：\`start /wait "" 安装程序 /S\`，然后 \`echo %ERRORLEVEL%\`。32 位的 Windows 自己就不让它运行。
${msi}`;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  fs.writeFileSync(path.join(root, 'docs', 'admin', 'exit-codes.md'), exitCodeSheet());
}
