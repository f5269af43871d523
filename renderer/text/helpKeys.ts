import type { KeyId, KeyPart } from '../screens/help/keySheet.ts'

/** What the keys do, in Chinese. */
export const keysZh = {
  parts: { cell: '在格子里', range: '选中、复制、撤销', table: '重复表的行', review: '审阅', sheet: '汇总表', lists: '名单、收件、监测等列表', everywhere: '到处可用' } satisfies Record<KeyPart, string>,
  wheel: 'Ctrl 滚轮',
  words: {
    arrows: '移到旁边的格；正在改字时，← → 移动光标', tab: '下一格、上一格', enter: '存下并按回车方向移动、往回移动；输入法选字时只确认候选词', edit: '改这一格，保留原来的字；直接打字是换掉',
    escape: '放弃这一格的改动；跳转后回到原来的格', clear: '清成空白，不是 0', edge: '跳到这一片的边上', rowEnds: '本行第一格、最后一格；正在改字时移动光标', ends: '第一格、最后一格', page: '上一页、下一页', list: '打开全部代码', explain: '看这一格的指标解释',
    extend: '扩大选区，状态栏显示求和、平均、计数', extendFar: '一直选到边上', all: '全选这张表', copy: '复制、剪切', paste: '从 Excel 或 WPS 粘贴，先看预览', pasteYuan: '粘贴以元为单位的数，换算成万元',
    undo: '撤销上一步，重开程序后也可以', redo: '重做', rowInsert: '在下方插入一行', rowDelete: '删除本行，进回收站', rowCopy: '复制本行', rowMove: '本行上移、下移',
    find: '找指标、审核结果和没填的格', problem: '下一处、上一处问题', region: '下一块、上一块区域：上栏、表目、表、侧栏、状态栏', form: '第几张表', solid: '按本页的主按钮', choose: '在列表里选、打开', zoom: '放大、缩小', help: '打开或关闭帮助；不在格子里时 F1 也可以', print: '打印与 PDF',
    unit: '上一家、下一家', difference: '下一处、上一处有差异的指标', line: '在待审名单或指标之间移动', query: '焦点在指标表里时，对这一格提查询', decide: '受理；有没发出的查询时是退回', figures: '移到旁边的数', figureEnds: '本行第一个、最后一个数', lineage: '打开这个数，看由哪些单位构成', rows: '上一行、下一行、两头、翻页', openRow: '打开这一行', findUnit: '找单位：名称、代码、拼音首字母',
  } satisfies Record<KeyId, string>,
}

/** The same in English. */
export const keysEn: typeof keysZh = {
  parts: { cell: 'In a cell', range: 'Select, copy, undo', table: 'Rows of repeating tables', review: 'Review', sheet: 'Consolidated tables', lists: 'Lists of the register, intake, monitoring', everywhere: 'Everywhere' },
  wheel: 'Ctrl wheel',
  words: {
    arrows: 'To the cell beside; while editing, ← → move the caret', tab: 'Next and previous cell', enter: 'Save and move on as set, or back; with an input method it only takes the candidate', edit: 'Edit the cell and keep its text; typing replaces it',
    escape: 'Take back the change of the cell; after a jump, go back', clear: 'Clear to blank, not 0', edge: 'To the edge of the filled block', rowEnds: 'First and last cell of the row; while editing, they move the caret', ends: 'First and last cell', page: 'Page up and down', list: 'Open the full code list', explain: 'Explanation of the item',
    extend: 'Stretch the selection; the status bar shows sum, mean and count', extendFar: 'Stretch to the edge', all: 'Select the whole table', copy: 'Copy, cut', paste: 'Paste from Excel or WPS, with a preview', pasteYuan: 'Paste figures in yuan, converted to 10,000 yuan',
    undo: 'Undo, also after a restart', redo: 'Redo', rowInsert: 'Insert a row below', rowDelete: 'Remove the row to the recycle bin', rowCopy: 'Copy the row', rowMove: 'Move the row up or down',
    find: 'Find items, findings and blank cells', problem: 'Next and previous problem', region: 'Next and previous region: bar, tree, form, panel, status', form: 'The n-th form', solid: 'Press the main button of the page', choose: 'Choose in lists, open', zoom: 'Zoom', help: 'Open or close the help; F1 too, outside a cell', print: 'Print and PDF',
    unit: 'Previous and next unit', difference: 'Next and previous item that differs', line: 'Move in the queue or among the items', query: 'With the focus among the items, put a query on this one', decide: 'Accept; with queries not yet sent, return', figures: 'To the figure beside', figureEnds: 'First and last figure of the row', lineage: 'Open the figure: the units it is made of', rows: 'Rows, ends, pages', openRow: 'Open the row', findUnit: 'Find a unit by name, code or pinyin initials',
  },
}
