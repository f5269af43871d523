/** The verdicts' words, in Chinese. */
export const verdictZh = {
  sealed: '未改动', resaved: '另存过，值未变', altered: (n: number) => `值被改过 ${n} 处`, alteredShort: '值被改过', unsealed: '未封存的空表', foreign: '不是检报的文件', damaged: '文件已损坏', quarantined: '已隔离', sealedLine: '文件里的每个值都与封存时相同',
}
/** The verdicts' words, in English. */
export const verdictEn: typeof verdictZh = {
  sealed: 'Unchanged', resaved: 'Saved again, values unchanged', altered: (n) => `${n === 1 ? '1 value' : `${n} values`} changed`, alteredShort: 'Values changed', unsealed: 'Blank form, not sealed', foreign: 'Not a file of Jianbao', damaged: 'Damaged file', quarantined: 'Quarantined', sealedLine: 'Every value in the file is as sealed',
}

/** Verifying files, in Chinese. */
export const verifyZh = {
  title: '核验报送件', pick: '选文件', more: '再选文件', back: '回到填报端', clear: '清空', dialog: '选择要核验的报送件',
  empty: '还没有选报送件。选几个 .xlsx，会逐个判定，原件不动。',
  progress: (at: number, all: number) => `正在读第 ${at} 个，共 ${all} 个`, stop: '停止', stopNote: '停止后，已判定的留着', counts: '按判定筛选', nobody: '没有这一类的文件。', showAll: '看全部',
  sub: { sealed: '与封存时相同', resaved: 'WPS 或 Excel 存过', altered: '逐格列出原值和现值', unsealed: '手工填的模板', foreign: '旧表、汇总表等', damaged: '打不开或对不上', quarantined: '没有读取' },
  head: { file: '文件', unit: '单位代码', submitNo: '次数', verdict: '判定', signer: '签名' }, list: '核验结果', detail: '所选文件', none: '—',
  pack: '任务包', submit: (n: number) => `第 ${n} 次报送`, key: '密钥指纹',
  trust: { known: '与以前见过的密钥相同', 'first-seen': '第一次见到这把密钥', changed: '与以前的密钥不同', unknown: '没有签名可认' }, trustTodo: { changed: '请打电话向该单位核实，是不是换过电脑或密钥。', 'first-seen': '可以与盖章页上印的指纹对一下。' },
  why: '为什么', todo: '怎么办', changes: (n: number) => `改动 ${n} 处`, cells: { sheet: '表', cell: '格', item: '指标', sealed: '封存时', found: '现在' }, blank: '空', rowKey: (row: string) => `行 ${row}`, showFile: '打开所在文件夹',
  lines: { sealed: '文件里的每个值都与封存时相同，文件本身也没有动过。', resaved: '文件被别的程序存过，文件里的每个值仍与封存时相同。', altered: '下面这些格与封存时不同。封存的原值还在文件里。', unsealed: '这是检报的空白模板，没有封存过，所以没有可以对照的原值。', foreign: '文件里没有检报的标记。', damaged: '文件带有检报的标记，但封存内容读不出来或对不上。', quarantined: '这个文件没有读取，原件没有动。' },
  todos: { sealed: '可以收。', resaved: '可以收。以后请直接交导出的原件。', altered: '请退给该单位，让它用检报重新打开、改正、再封存。', unsealed: '请该单位用检报填报并封存；确实不能用的，按手工表收。', foreign: '多半不是报送件。若确是某单位报的，请它用检报重新导出。', damaged: '请该单位重新拷贝一份，或重新导出。', quarantined: '只影响这一个文件，其余照常核验。' },
}
/** Verifying files, in English. */
export const verifyEn: typeof verifyZh = {
  title: 'Verify submissions', pick: 'Choose files', more: 'Choose more', back: 'Back to filing', clear: 'Clear', dialog: 'Choose submissions to verify',
  empty: 'No submission chosen yet. Choose some .xlsx; each gets a verdict, the files are not touched.',
  progress: (at, all) => `Reading ${at} of ${all}`, stop: 'Stop', stopNote: 'Verdicts given so far stay', counts: 'Filter by verdict', nobody: 'No file of this kind.', showAll: 'Show all',
  sub: { sealed: 'As sealed', resaved: 'Saved by WPS or Excel', altered: 'Cells with both values', unsealed: 'Template filled by hand', foreign: 'Old forms, summaries', damaged: 'Unreadable or at odds', quarantined: 'Not read' },
  head: { file: 'File', unit: 'Unit', submitNo: 'No.', verdict: 'Verdict', signer: 'Signature' }, list: 'Verdicts', detail: 'The chosen file', none: '—',
  pack: 'Pack', submit: (n) => `Submission ${n}`, key: 'Key',
  trust: { known: 'The key seen before', 'first-seen': 'This key is seen for the first time', changed: 'Not the key seen before', unknown: 'No signature to judge' }, trustTodo: { changed: 'Call the unit and ask whether its computer or key was changed.', 'first-seen': 'Compare it with the one printed on the stamped page.' },
  why: 'Why', todo: 'What to do', changes: (n) => `${n === 1 ? '1 change' : `${n} changes`}`, cells: { sheet: 'Sheet', cell: 'Cell', item: 'Item', sealed: 'Sealed', found: 'Now' }, blank: 'blank', rowKey: (row) => `row ${row}`, showFile: 'Open the folder',
  lines: { sealed: 'Every value in the file is as sealed, and the file itself was not touched.', resaved: 'Another program saved the file; every value is still as sealed.', altered: 'These cells differ from what was sealed. The sealed values are still in the file.', unsealed: 'This is a blank template that was never sealed, so there is nothing to compare with.', foreign: 'The file has no marks of Jianbao.', damaged: 'The file has the marks of Jianbao, but its sealed content cannot be read or does not agree.', quarantined: 'This file was not read; the original was not touched.' },
  todos: { sealed: 'It can be taken in.', resaved: 'It can be taken in. Next time, hand in the exported file itself.', altered: 'Send it back; the unit reopens, corrects and seals again.', unsealed: 'Ask the unit to fill in and seal with Jianbao; otherwise take it as filed by hand.', foreign: 'Probably no submission. If a unit did send it, ask for a new export.', damaged: 'Ask the unit for a new copy or a new export.', quarantined: 'Only this file is affected; the others are verified.' },
}
