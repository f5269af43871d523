/** Selecting, undoing and finding blanks, in Chinese; its type is what another language must fill. */
export const gridZh = {
  selected: (n: number) => `选中 ${n} 格`, sum: '求和', mean: '平均', count: '计数', mixed: '单位不同，不求和',
  undo: '撤销', redo: '重做', undoOf: (what: string) => `撤销：${what}`, redoOf: (what: string) => `重做：${what}`, undoNone: '没有可撤销的', redoNone: '没有可重做的', more: '更多',
  undone: (what: string, n: number) => `已撤销：${what}${n > 0 ? ` ${n} 格` : ''}`, redone: (what: string, n: number) => `已重做：${what}${n > 0 ? ` ${n} 格` : ''}`,
  steps: { typed: '填写', clear: '清除', paste: '粘贴', import: '导入', prior: '带入上年', merge: '合并', pack: '换用新版任务包', restore: '从回收站放回', 'row-add': '增加一行', 'row-delete': '删除行', 'row-move': '移动行', explain: '说明', note: '附注' },
  cleared: (n: number) => `已清除 ${n} 格`, copied: (n: number) => `已复制 ${n} 格`, cut: (n: number) => `已剪切 ${n} 格`, written: (n: number) => `已写入 ${n} 格`,
  blanks: (n: number) => `还没填的必填项 ${n}`, rules: (n: number) => `审核关系 ${n}`, quietRule: '没有审核结果',
}

/** The same in English. */
export const gridEn: typeof gridZh = {
  selected: (n) => `${n} cells selected`, sum: 'Sum', mean: 'Mean', count: 'Count', mixed: 'Different units, not added up',
  undo: 'Undo', redo: 'Redo', undoOf: (what) => `Undo: ${what}`, redoOf: (what) => `Redo: ${what}`, undoNone: 'Nothing to undo', redoNone: 'Nothing to redo', more: 'More',
  undone: (what, n) => `Undone: ${what}${n > 0 ? `, ${n === 1 ? '1 cell' : `${n} cells`}` : ''}`, redone: (what, n) => `Done again: ${what}${n > 0 ? `, ${n === 1 ? '1 cell' : `${n} cells`}` : ''}`,
  steps: { typed: 'entry', clear: 'clearing', paste: 'paste', import: 'import', prior: 'figures of last year', merge: 'merge', pack: 'new version of the pack', restore: 'put back from the recycle bin', 'row-add': 'row added', 'row-delete': 'row removed', 'row-move': 'row moved', explain: 'explanation', note: 'note' },
  cleared: (n) => `${n === 1 ? '1 cell' : `${n} cells`} cleared`, copied: (n) => `${n === 1 ? '1 cell' : `${n} cells`} copied`, cut: (n) => `${n === 1 ? '1 cell' : `${n} cells`} cut`, written: (n) => `${n === 1 ? '1 cell' : `${n} cells`} written`,
  blanks: (n) => `Required and still blank: ${n}`, rules: (n) => `Rules ${n}`, quietRule: 'no finding',
}
