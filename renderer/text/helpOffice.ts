import type { OfficeScreen } from '../store/nav.ts'
import type { ScreenHelp } from './screenHelp.ts'

type OfficeHelp = Readonly<Record<Exclude<OfficeScreen, 'verify'>, ScreenHelp>>

/** Explanations of the regulator's screens, in Chinese. */
export const officeHelpZh: OfficeHelp = {
  office: {
    what: '看本年度收到哪里、下一步做什么。',
    how: ['先建台账，再导入名录，然后收文件夹、逐家审阅、汇总。', '按上面的主按钮接着做下一步。', '催报名单写成 Excel，带联系人和电话。'],
    wrong: ['连不上服务器时显示的可能不是最新，已存的都在，连上后自动更新。', '换台账、换年度在右上角；备份、密钥和记录在台账设置里。'],
  },
  register: {
    what: '名录写明哪些机构应报、报哪些表、联系谁。收到的报送件与名录对照。',
    how: ['用 Excel 或 CSV 导入，核对对应的列，看每一行会怎样，再写入。', '点一家改一项，写明从哪天起、为什么；以前的都留着。', '按地区、分组和报送情况筛选，催报或者发任务书。'],
    wrong: ['有错的行不写入，逐行写明原因，其余照常。', '表里没有的机构不会被删，不再应报的改成停报。'],
  },
  intake: {
    what: '收文件夹、压缩包或选中的文件。逐个判定、重新审核，原件不动。',
    how: ['按收文件夹，或者把文件夹拖进窗口。可以暂停，停止后接着收时已收的不重读。', '上面的七个数可以筛选；“要处理”里是等人定的。', '点一行看为什么和怎么办：看改动的格、核对密钥、按手工表收、写审核意见单。', '有盖章纸件的，打回执码或者扫二维码，看是不是同一份。'],
    wrong: ['坏文件、过大的文件只影响它自己，隔离后原样保存。', '收件不等于接收，接收在审阅里做。'],
  },
  review: {
    what: '一家一家看：差异、审核结果、说明、查询。接收，或者提查询后退回。',
    how: ['左边按状态排队，最该看的在前。中间只列要看的项，按“全部”看整张表。', 'F8 下一处差异，Q 在当前格提查询，Alt 加左右换一家。', '退回生成退回单，机构用检报打开就到有问题的格。', '“批量接收”只收未改动、没有强制性、说明齐全的，先看名单。'],
    wrong: ['有没发出的新查询时不能接收，先退回或者删掉查询。', '两个人同时定同一份，后一个会看到已有人定了。'],
  },
  tables: { what: '由已接收的报送件算出的汇总表。', how: ['选一张表，选范围和版本。', '点一个数，看它由哪些机构构成。'], wrong: ['还没有接收的报送件不计入，除非选了“已收未接收”，表下会写明。'] },
  monitor: { what: '目标进度和预警。', how: ['看每个指标的灯，点开看依据。'], wrong: ['界限和公式由任务包给出，写在表下面。'] },
  bulletin: { what: '由数据写成的信息通报。', how: ['先看，再改文字，最后写成 Word 或 PDF。'], wrong: ['数变了以后，改过的文字会提示重看。'] },
  sample: {
    what: '从名录里随机抽取机构（双随机）。',
    how: ['定抽多少家、按什么分层、各层的权重，写下种子，再抽。', '同样的名录、设置和种子，抽出的一样。把抽取记录写成 Excel 或 PDF 存档。'],
    wrong: ['风险等级用名录里的，不用调查数据。', '每次抽取都记下来，重抽不会盖掉以前的。'],
  },
  ledger: {
    what: '台账在哪里、哪一年，备份、密钥、审阅人和记录。',
    how: ['备份自动做，做完再核对；恢复前先另存现在的。', '密钥另存一份，和口令分开放；把指纹公布给机构。', '记录里写着每个决定是谁、何时、为什么。'],
    wrong: ['换密钥以后机构会看到密钥换过，先公布新指纹。', '清除个人信息不能恢复，先看会清除什么。'],
  },
}

/** The same in English. */
export const officeHelpEn: OfficeHelp = {
  office: {
    what: 'Where the year stands and what is next.',
    how: ['Make a ledger, import the register, take in a folder, review unit by unit, make the tables.', 'The main button goes on with the next step.', 'The reminder list is an Excel file with contacts.'],
    wrong: ['When the server does not answer, what is shown may be old; nothing is lost.', 'Ledger and year are at the top right; backups, key and record in the ledger settings.'],
  },
  register: {
    what: 'The register says who must report, which forms, and whom to call.',
    how: ['Import Excel or CSV: compare the columns, see what each line would do, then take it in.', 'Change one unit with a date and a reason; what was stays.', 'Filter by region, group and state; remind, or issue task files.'],
    wrong: ['Lines with a problem are left out and named.', 'Units the sheet does not name stay; make them inactive instead.'],
  },
  intake: {
    what: 'Takes in folders, archives or files. Each gets a verdict and is audited again; the files are not touched.',
    how: ['Choose a folder or drop it on the window. Pause and stop lose nothing.', 'The seven counts filter the list; some files wait for a person.', 'A line shows why and what to do: changed cells, key, hand-filled templates, findings letter.', 'A receipt code or QR text from paper finds its submission.'],
    wrong: ['A broken or oversized file affects only itself and is kept in quarantine.', 'Taking in does not accept; that is done in review.'],
  },
  review: {
    what: 'Unit by unit: differences, findings, explanations, queries. Accept, or return with queries.',
    how: ['The queue stands at the left, the most urgent first. Only notable lines are listed; all are one click away.', 'F8 next difference, Q puts a query, Alt with the arrows changes the unit.', 'Returning writes a slip that opens at the cells.', 'Bulk acceptance takes only clean ones and shows them first.'],
    wrong: ['Accepting is closed while a new query is unsent.', 'If another reviewer decided first, you are told.'],
  },
  tables: { what: 'Tables made of accepted submissions.', how: ['Choose a table, its scope and edition.', 'Press a figure to see its units.'], wrong: ['What is not accepted does not count, unless chosen so; the caption says it.'] },
  monitor: { what: 'Targets and warnings.', how: ['Each indicator has a lamp; open it for its evidence.'], wrong: ['Thresholds and formulas come from the pack.'] },
  bulletin: { what: 'A bulletin written from the data.', how: ['Read, edit the words, write Word or PDF.'], wrong: ['When figures change, edited words ask for another look.'] },
  sample: {
    what: 'Draws units from the register at random.',
    how: ['Set the number, strata, weights and the seed, then draw.', 'The same register, settings and seed draw the same units. Write the protocol as Excel or PDF.'],
    wrong: ['Risk classes come from the register, never from survey data.', 'Every draw is kept.'],
  },
  ledger: {
    what: 'Where the ledger is, backups, key, reviewers and the record.',
    how: ['Backups are made and verified; before restoring, the present one is kept aside.', 'Keep a copy of the key apart from its passphrase; publish the fingerprint.', 'The record says who decided what, when and why.'],
    wrong: ['Units see that a key changed; publish the new fingerprint first.', 'Erasing cannot be taken back; see first what would go.'],
  },
}
