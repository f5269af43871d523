import type { Screen } from '../store/nav.ts'
import { officeHelpEn, officeHelpZh } from './helpOffice.ts'
import type { ScreenHelp } from './screenHelp.ts'

/** Screens that have an explanation. */
export type HelpScreen = Screen
type Screens = Readonly<Record<HelpScreen, ScreenHelp>> & { readonly heads: Readonly<Record<keyof ScreenHelp, string>> }

/** Explanations of the screens, in Chinese. */
export const screensZh: Screens = {
  ...officeHelpZh,
  heads: { what: '用来做什么', how: '怎么做', wrong: '可能遇到' },
  about: {
    what: '看版本、安装包是否签名、文件是否被改过，和管理员规定了哪些设置。',
    how: ['向技术支持说明情况时，按复制，把这些内容贴过去。', '“写诊断包”写出一个压缩包，里面没有填报内容，可以放心交给技术支持。', '带锁的设置由管理员规定，这里写着规定在哪里。'],
    wrong: ['文件核对说不同时，先停用，找管理员重新安装；填报数据不受影响。', '策略写错的一项按稳妥的默认，其余照常；把这里的句子告诉管理员。'],
  },
  home: {
    what: '看现在填到哪里、下一步做什么。每个填报单位一块，每个年度一行。',
    how: ['按上面的主按钮，从下一步接着做。', '点一张表的小条，直接打开那张表。进度条是填了多少，图标是有没有审核结果，两件事分开看。', '单位名右边“更多”里可以删除单位或年度，删除的先进回收站。', '监管部门发来的退回单、任务书、受理回执，用“打开退回单”打开，或把文件拖进窗口。'],
    wrong: ['距截止天数是按业务日期算的。带「示例」的任务包可以在状态栏改业务日期。', '第一次打开时没有单位。从旧电脑搬来的，用“打开交接来的文件”；有备份的，用“从备份恢复”。'],
  },
  entry: {
    what: '照纸表的样子逐格填数。左边选表，中间填，右边是这一格的解释、审核结果和变更记录。',
    how: ['点一格就可以打字，Enter 存下并移到下一格。每格离开时就写进本机文件，“已保存”旁边是时间。', '没有的填 0，空白表示还没填。上年数在旁边，只作对照。', '组标题行写着应合计、已填和还差多少。F8 跳到下一处问题，Ctrl K 找指标。', '重复表一行一条，用“增加一行”，或从 Excel 复制后按 Ctrl V。'],
    wrong: ['打错的字留在格里并做标记，改对就好；不会替人改数。', '金额以万元为单位，选中时右边会写出是多少元，位数不对一眼看得出。', '“没存上”时格里是刚打的，后面写着文件里是多少。磁盘腾出空间后会再存。', '灰色的格不用填，原因写在提示里。已封存的年度只读，要改先在“封存导出”里重新打开。'],
  },
  audit: {
    what: '把审核结果一条一条处理到零。强制性的改正，核实性的改正或写明原因。',
    how: ['左边按严重程度或按表列出，右边是这一条的数、涉及的格和做法。', '点格的代码回到格里改，改完这一条自己消失。', '数没错的核实性结果，写明是什么业务、从何时起、约多少，再提交说明。至少 6 个字。'],
    wrong: ['“情况属实”这类话没有说出原因，不能作为说明。写了一半的草稿会留着。', '数改动以后，原来写好的说明可能不再合适，会重新列为待说明。'],
  },
  seal: {
    what: '核对无误后封存本年度，写出一个 .xlsx 报送件和一份盖章用的 PDF。',
    how: ['左边是封存前要过的几项，没过的写着还差什么，点它就去那里。', '填签署栏，选存放的文件夹，再按封存。写出的文件会重新读一遍，与封存内容一致才算成功。', '把 .xlsx 交给监管部门，打印 PDF 盖章，记下回执码。'],
    wrong: ['封存后本年度只读。以后要改，可以重新打开，写明原因，再封存就是第 2 次报送。', '文件夹不能写、磁盘满了或同名文件开着时不会封存，数都在，换个文件夹再试。', '报送件不要用 WPS 或 Excel 改。值被改过，核验时会一格一格列出来。'],
  },
  safety: {
    what: '备份、回收站、整体交接和变更记录。填的数只在这台电脑上，这里保证丢不了、搬得走、查得到。',
    how: ['备份自动做，做完再读一遍。恢复前先看会变什么，恢复前的内容也另存一份。', '删错的单位、年度和行在回收站里，30 天内随时放回。', '换人、换电脑用整体交接，导出一个文件和一个口令，分开交。', '变更记录可以按指标、按人、按日期筛选，导出为 Excel。'],
    wrong: ['工作文件放在网络共享或 U 盘上时，会改用较慢但稳妥的方式保存，并提示尽量移到本机硬盘。', '不带密钥的交接，接手的电脑会另做一把，监管部门会看到密钥换过，要打电话说明。'],
  },
  verify: {
    what: '监管部门判定收到的 .xlsx 有没有动过。',
    how: ['选几个文件，逐个判定，原件不动。', '上面的数可以筛选，点一行看判定的原因和改动的格。', '密钥指纹与盖章页上印的对一下，第一次见到的密钥会写明。'],
    wrong: ['“另存过，值未变”可以收；“值被改过”的退回，让单位重新打开、改正、再封存。', '损坏的、过大的文件只影响它自己，其余照常判定。'],
  },
  import: {
    what: '从账务软件、检测业务软件或自己的表里取数，Excel 和 CSV 都可以。',
    how: ['选文件，核对自动认出的对应关系，不对的自己改，单位不同的选原表单位。', '看预览，每一格写着原来是什么、将写入什么、能不能写。', '按写入，一次写完，Ctrl Z 一次全部撤销。对应关系可以存下，明年直接用。'],
    wrong: ['文件有几处不合要求，会一次全部列出，写着在哪张表哪一格。', '.xls 旧格式要先用 Excel 或 WPS 另存为 .xlsx。'],
  },
  prior: {
    what: '定下上年数从哪里来，并把每年大多不变的内容带到本年。',
    how: ['来源三选一：本机上年填的、上年的报送件、照纸表手填。', '带入的逐条列出，上年和本年并排，勾选后才写入。', '比较用的上年数只显示在格旁，不写入本年。'],
    wrong: ['上年有而今年没有的指标、改了名或拆开的指标带不过来，会列出来并写明原因。', '选了别的单位的报送件会先问一声，不会悄悄用上。'],
  },
  print: {
    what: '打印或存成 PDF：一张表、审核结果和说明，或全套盖章件。空表也可以打印。',
    how: ['选要打印的，看预览，再打印或存成 PDF。', '每页有页码、内容校验码和二维码，盖章处不印别的字。'],
    wrong: ['封存以后才有回执码。没封存的打印出来写着未封存。', '黑白打印也看得清，标记靠形状和文字区分。'],
  },
  part: {
    what: '几个人在几台电脑上分着填一家单位的表，再合到一起。',
    how: ['选出请别人填的表，写成分工文件发给对方。', '对方打开分工文件，只填给他的表，填好写回，把文件发回来。', '看交回的文件：只有对方改过的会写入，两边都改过的逐处选定，再合并。一次撤销全部退回。'],
    wrong: ['两台电脑的任务包版本要相同，不同时会说明，不会勉强合并。', '对方交回之前这里仍可以填，改过的不会被盖掉。', '说明、批注和变更记录不随分工文件走。'],
  },
}

/** The same in English. */
export const screensEn: Screens = {
  ...officeHelpEn,
  heads: { what: 'What it is for', how: 'What to do', wrong: 'What can happen' },
  about: {
    what: 'Version, whether the package is signed, whether its files were changed, and what an administrator fixed.',
    how: ['Copy gives these lines to technical support.', 'The diagnostics archive holds no survey data and may be handed over.', 'Settings with a lock are fixed by an administrator; it says where.'],
    wrong: ['When installed files differ, stop and have the program installed again; the data is not touched.', 'A setting of the policy that is written wrongly has its safe default; tell the administrator the sentence.'],
  },
  home: {
    what: 'Where things stand and what is next. One panel for each unit, one line for each year.',
    how: ['The main button goes on with the next step.', 'Press the bar of a form to open it. The bar is how much is filled; the icon tells of findings.', 'More, beside the name of a unit, deletes the unit or a year; it goes to the recycle bin first.', 'Return slips, tasks and receipts of the regulator open with “Open a return slip”, or by dropping the file on the window.'],
    wrong: ['Days left are counted from the business date, which sample packs let you set in the status bar.', 'At the first start there is no unit. Open a work file handed over, or restore a backup.'],
  },
  entry: {
    what: 'Type the figures, cell by cell, as on the paper form. Forms on the left; explanation, findings and changes of the cell on the right.',
    how: ['Click a cell and type; Enter saves and moves on. Each cell is written to the work file when you leave it.', 'Type 0 for none; blank means not filled in yet. Last year stands beside for comparison.', 'Group headings say what the sum should be, what is filled and what is missing. F8 goes to the next problem, Ctrl K finds an item.', 'Repeating tables have one row for each entry: add a row, or copy from Excel and press Ctrl V.'],
    wrong: ['What cannot be read stays in the cell, marked. Figures are never changed for you.', 'Money is in units of 10,000 yuan; the amount in yuan is shown beside the cell.', 'Not saved: the cell shows what was typed and says what the file holds. It is tried again once there is space.', 'Grey cells need nothing; the reason stands beside. A sealed year is read-only until it is reopened.'],
  },
  audit: {
    what: 'Work through the findings to zero: correct errors, correct or explain what is to be verified.',
    how: ['Listed by severity or by form; on the right the figures, the cells and what to do.', 'Press a cell’s code to go there; once corrected, the finding is gone.', 'If the figure is right, say what business, since when and about how much, at least 6 characters.'],
    wrong: ['“It is true” names no reason and is not taken. Drafts are kept.', 'When figures change, an explanation may no longer fit and the finding is open again.'],
  },
  seal: {
    what: 'Seal the year and write one .xlsx to hand in and one PDF to stamp.',
    how: ['The list shows what must be done first; press a line to go there.', 'Fill in the sign-off, choose a folder and seal. The file is read back before success is shown.', 'Hand in the .xlsx, print and stamp the PDF, keep the receipt code.'],
    wrong: ['A sealed year is read-only. Reopen it with a reason; the next sealing is submission 2.', 'If the folder cannot be written, nothing is sealed and nothing is lost; choose another folder.', 'Do not edit the submission in WPS or Excel. Changed values are listed cell by cell when it is verified.'],
  },
  safety: {
    what: 'Backups, the recycle bin, handing over and the record of changes.',
    how: ['Backups are made and read back by themselves. Before restoring, see what would change.', 'Deleted units, years and rows can be put back for 30 days.', 'To hand over, export one file and a passphrase and pass them on separately.', 'The record of changes can be filtered and exported to Excel.'],
    wrong: ['On a network share or a USB stick the file is saved in a slower, safer way.', 'Without the key, the new computer makes another one, and the regulator will see that it changed.'],
  },
  verify: {
    what: 'For the regulator: whether a received .xlsx was touched.',
    how: ['Choose files; each gets a verdict, the originals are left alone.', 'The counts filter the list; a line shows the reason and the changed cells.', 'Compare the fingerprint of the key with the stamped page.'],
    wrong: ['Saved again with the same values can be taken; changed values go back to the unit.', 'A damaged or oversized file affects only itself.'],
  },
  import: {
    what: 'Take figures from accounting or laboratory software, or a sheet of your own; Excel and CSV.',
    how: ['Choose a file, check the mapping, set the unit of the file.', 'See in the preview what each cell is and will be.', 'Write all as one step; Ctrl Z takes it back. The mapping can be kept for next year.'],
    wrong: ['All faults of a file are listed at once, with sheet and cell.', 'Save old .xls files as .xlsx first.'],
  },
  prior: {
    what: 'Say where last year’s figures come from, and carry over what seldom changes.',
    how: ['One of three sources: filed on this computer, last year’s submission, or typed from paper.', 'What carries over is listed beside this year; only what you tick is written.', 'Figures for comparison only stand beside the cells.'],
    wrong: ['Items renamed, split or dropped are listed with the reason.', 'A submission of another unit is not used without asking.'],
  },
  print: {
    what: 'Print, or write as PDF, a form, the findings with explanations, or the whole set to stamp; blank forms too.',
    how: ['Choose, see the preview, then print or write a PDF.', 'Every page has its number, the digest and a QR code.'],
    wrong: ['The receipt code exists only after sealing.', 'Marks differ in shape and words, so black and white is enough.'],
  },
  part: {
    what: 'Several people fill one unit’s forms on several computers; the forms come together here.',
    how: ['Choose the forms for somebody else and write them to a part file.', 'They open it, fill only their forms, write it back and send it.', 'Look at the returned file: what only they changed comes in, what both changed is chosen one by one. One undo takes it all back.'],
    wrong: ['Both computers need the same version of the survey pack.', 'What you fill here meanwhile is not overwritten.', 'Explanations, notes and the record of changes do not travel in a part file.'],
  },
}
