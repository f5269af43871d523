/** Pasting with a preview, in Chinese; its type is what another language must fill. */
export const pasteZh = {
  title: '粘贴预览', from: (what: string, rows: number, columns: number) => `来自${what}的 ${rows} 行 × ${columns} 列`, into: (form: string) => `，将写入 ${form}`, clipboard: '剪贴板', excel: ' Excel ', wps: ' WPS ', untouched: '现在还没有改动任何数',
  row: '行', item: '指标', now: '本年', fromColumn: (name: string) => `来自“${name}”列`, fromNth: (n: number) => `来自第 ${n} 列`, columnOff: '不写入', legend1: '每格上行是将写入的值，', legendStruck: '划去的', legend2: '是现在的值；下行是判定',
  mapColumns: '改列的对应', mapDone: '列对应好了', byKey: '按内容对行', byPlace: '按先后对行', valueColumn: '数在哪一列', nth: (n: number) => `第 ${n} 列`,
  same: '相同', fill: '写入', changed: '替换', refused: '不写入', skipped: '不写入', yuan: (n: string) => `${n} 元`, quoted: (text: string) => `“${text}”`, atRow: (n: number) => `第 ${n} 行`, newRow: (n: number) => `新增第 ${n} 行`, noMatch: (n: number) => `${n} 个选项里对不上`, choose: '选一个', chosenText: '改过', left: '这一格不写',
  unit: '金额的单位', unitAsk: (hits: number, all: number, what: string, span: string) => `${all} 个数里有 ${hits} 个是${what}的 ${span} 倍，像是以“元”为单位。`, span: (low: string, high: string) => (low === high ? low : `${low} 至 ${high}`), present: '现在的数', prior: '上年数', asYuan: '按元换算成万元', asWan: '就是万元，不换算', example: (from: string, to: string) => `${from} 元 → ${to} 万元`,
  verdicts: (n: number) => `${n} 格的判定`, looks: { fill: '写入空格', changed: '替换现有的数', same: '与现在相同', notice: '请看一眼', bad: '不合要求', waiting: '等选定', skipped: '不写入' },
  blanks: '空白格', blanksClear: '清空现有的', blanksKeep: '不动现有的',
  after: '写入以后', sumOf: (what: string) => `${what}合计`, gapTo: (what: string) => `与 ${what}相差`,
  cellOf: (row: number, column: string) => `第 ${row} 行　${column}`, was: (where: string) => `${where} 里是`, wasBlank: '来的是空白', nextLook: '下一个要看的格', keep: '原样写入并标记', write: '写入', change: (text: string) => `改为 ${text}`, drop: '这一格不写', keepNote: (number: boolean) => `原样写入不会丢掉原来的字，但封存前要${number ? '改成数字' : '改正'}`, pick: '选定',
  undoNote: '写入后按', undoNote2: '一次全部撤销', cancel: '取消', go: (n: number, marked: number) => `写入 ${n} 格${marked > 0 ? `，其中 ${marked} 格带标记` : ''}`, none: '没有要写入的', lackUnit: '还差：选金额的单位', writing: '正在写入',
  button: '从 Excel 粘贴', dialogTitle: '从 Excel 粘贴', dialogHow: '在 Excel 或 WPS 里选好单元格，按 Ctrl C 复制，再回到这里按 Ctrl V 粘贴。写入前先看预览。', dialogField: '按 Ctrl V 粘贴', dialogYuan: '金额以元为单位时，按 Ctrl Shift V。', readonly: '已封存，只读，没有粘贴',
}

/** The same in English. */
export const pasteEn: typeof pasteZh = {
  title: 'Paste preview', from: (what, rows, columns) => `${rows} rows × ${columns} columns from ${what.trim()}`, into: (form) => `, to be written to ${form}`, clipboard: 'the clipboard', excel: 'Excel', wps: 'WPS', untouched: 'Nothing has been changed yet',
  row: 'Row', item: 'Item', now: 'This year', fromColumn: (name) => `from column “${name}”`, fromNth: (n) => `from column ${n}`, columnOff: 'Not written', legend1: 'Above: what will be written, ', legendStruck: 'struck out', legend2: ' what is there now; below: the verdict',
  mapColumns: 'Change columns', mapDone: 'Columns are right', byKey: 'Match rows by content', byPlace: 'Match rows by order', valueColumn: 'Figures are in', nth: (n) => `column ${n}`,
  same: 'the same', fill: 'written', changed: 'replaced', refused: 'not written', skipped: 'not written', yuan: (n) => `${n} yuan`, quoted: (text) => `“${text}”`, atRow: (n) => `row ${n}`, newRow: (n) => `new row ${n}`, noMatch: (n) => `none of ${n} choices`, choose: 'Choose one', chosenText: 'changed here', left: 'left out here',
  unit: 'Unit of the amounts', span: (low, high) => (low === high ? low : `${low} to ${high}`), unitAsk: (hits, all, what, span) => `${hits} of ${all} figures are ${span} times ${what}; they seem to be in yuan.`, present: 'the present ones', prior: 'last year’s', asYuan: 'Convert from yuan to 10,000 yuan', asWan: 'They are in 10,000 yuan', example: (from, to) => `${from} yuan → ${to}`,
  verdicts: (n) => `Verdicts on ${n} cells`, looks: { fill: 'Blank cells filled', changed: 'Figures replaced', same: 'The same as now', notice: 'Please look', bad: 'Not as required', waiting: 'Waiting for a choice', skipped: 'Not written' },
  blanks: 'Blank cells', blanksClear: 'clear what is there', blanksKeep: 'leave what is there',
  after: 'After writing', sumOf: (what) => `Sum of ${what}`, gapTo: (what) => `Difference to ${what}`,
  cellOf: (row, column) => `Row ${row}, ${column}`, was: (where) => `in ${where}`, wasBlank: 'came blank', nextLook: 'next cell to look at', keep: 'Write as it is, marked', write: 'Write', change: (text) => `Change to ${text}`, drop: 'Leave this cell out', keepNote: (number) => `Nothing that was written is lost, but it must ${number ? 'become a number' : 'be corrected'} before sealing`, pick: 'Choose',
  undoNote: 'After writing,', undoNote2: 'takes everything back', cancel: 'Cancel', go: (n, marked) => `Write ${n === 1 ? '1 cell' : `${n} cells`}${marked > 0 ? `, ${marked} marked` : ''}`, none: 'Nothing to write', lackUnit: 'Missing: the unit of the amounts', writing: 'Writing',
  button: 'Paste from Excel', dialogTitle: 'Paste from Excel', dialogHow: 'Select the cells in Excel or WPS, press Ctrl C, come back here and press Ctrl V. A preview comes first.', dialogField: 'Press Ctrl V to paste', dialogYuan: 'For amounts in yuan press Ctrl Shift V.', readonly: 'Sealed and read-only; nothing was pasted',
}
