/** Monitoring and the bulletin in Chinese; its type is what another language must fill. */
export const watchZh = {
  monitor: {
    title: '监测', lamps: { reached: '已达成', normal: '正常', slow: '偏慢', behind: '滞后', none: '无数据' }, lampCounts: '各灯数', views: { indicators: '主要指标', themes: '产业领域', warnings: '预警' }, view: '看什么', labels: '指标名称', verbatim: '原文标签', corrected: '校正标签', printed: '原版式', export: '导出 Excel', making: '正在计算',
    head: { level: '一级', name: '指标名称', base: (year: number) => `${year}年`, actual: (year: number) => `${year}年`, target: (year: number) => `${year}目标`, path: (a: number, b: number) => `${a}–${b}`, done: '完成 %', progress: '时序进度 %', due: (n: string) => `应达 ${n}`, lamp: '判断' }, formula: (base: number, target: number) => `时序进度 =（本年 − ${base}年）÷（${target}目标 − ${base}年）。`, bounds: (due: string, slow: string) => `现应达 ${due}%。${due}% 及以上为正常，${slow}% 及以上为偏慢，以下为滞后，界限由任务包给出。`, caption: '单位、口径同各汇总表；',
    series: (name: string) => `${name}的走势`, target: (n: string) => `目标 ${n}`, expected: (n: string) => `应达 ${n}`, seeTable: '看这个数由谁构成', all: (n: number) => `全部 ${n} 条`, none: '没有预警。', noIndicators: '任务包里没有监测的指标。', kinds: { jump: '同比突变', outlier: '同规模离群', concentration: '集中度', certificate: '证书将到期', late: '迟报未报', target: '目标滞后', share: '汇总表核对' } as Readonly<Record<string, string>>, evidence: '依据', rule: '规则', open: '到审阅看这份', back: '回到列表', noData: '还没有数。', severity: { high: '要看', low: '可看' }, year: '年份', value: '数值',
  },
  bulletin: {
    title: '通报', lead: (year: number) => `${year}年度检验检测统计信息通报`, write: '写成文件', formats: { docx: 'Word', pdf: 'PDF' }, both: 'Word 和 PDF', folder: '通报存到哪里', written: (files: readonly string[]) => `已写好：${files.join('、')}`, writing: '正在写', save: '存下修改', saved: '修改已存下。', edited: '改过', restore: '改回生成的文字', stale: '存下以后数有了变化。改过的段落请再核对，或重新生成。', anew: '全部重新生成', anewAsk: '重新生成会丢掉改过的文字，继续吗？', anewDo: '重新生成', making: '正在生成', edit: (at: number) => `第 ${at} 段的文字`, unsaved: '有没存下的修改', none: '生成通报要先有已接收的报送件。', generated: '生成的文字', table: '表', chart: '图',
  },
}

/** The same in English. */
export const watchEn: typeof watchZh = {
  monitor: {
    title: 'Monitoring', lamps: { reached: 'Reached', normal: 'On path', slow: 'Slow', behind: 'Behind', none: 'No data' }, lampCounts: 'Lamps', views: { indicators: 'Indicators', themes: 'Themes', warnings: 'Warnings' }, view: 'Show', labels: 'Labels', verbatim: 'As printed', corrected: 'Corrected', printed: 'As printed', export: 'Export Excel', making: 'Computing',
    head: { level: 'Level', name: 'Indicator', base: (year) => String(year), actual: (year) => String(year), target: (year) => `Target ${year}`, path: (a, b) => `${a}–${b}`, done: 'Done %', progress: 'Progress %', due: (n) => `due ${n}`, lamp: 'Verdict' }, formula: (base, target) => `Progress = (this year − ${base}) ÷ (target ${target} − ${base}). `, bounds: (due, slow) => `Due now: ${due} %. From ${due} % on path, from ${slow} % slow, less is behind; the bounds come with the pack.`, caption: 'Units and scope as in the tables; ',
    series: (name) => `${name} over the years`, target: (n) => `target ${n}`, expected: (n) => `due ${n}`, seeTable: 'Who makes this figure', all: (n) => `all ${n}`, none: 'No warnings.', noIndicators: 'The pack has no indicators to monitor.', kinds: { jump: 'Jumps', outlier: 'Outliers', concentration: 'Concentration', certificate: 'Certificates that expire', late: 'Late', target: 'Behind target', share: 'Checks of tables' }, evidence: 'Evidence', rule: 'Rule', open: 'Open in review', back: 'Back to the list', noData: 'No figures yet.', severity: { high: 'look', low: 'note' }, year: 'Year', value: 'Value',
  },
  bulletin: {
    title: 'Bulletin', lead: (year) => `Statistical bulletin ${year}`, write: 'Write files', formats: { docx: 'Word', pdf: 'PDF' }, both: 'Word and PDF', folder: 'Where the bulletin goes', written: (files) => `Written: ${files.join(', ')}`, writing: 'Writing', save: 'Keep changes', saved: 'Changes are kept.', edited: 'edited', restore: 'Back to the generated words', stale: 'Figures have changed since. Check the edited parts, or generate anew.', anew: 'Generate all anew', anewAsk: 'Edited words will be lost. Go on?', anewDo: 'Generate anew', making: 'Generating', edit: (at) => `Words of part ${at}`, unsaved: 'Changes are not kept yet', none: 'A bulletin needs accepted submissions.', generated: 'Generated words', table: 'Table', chart: 'Chart',
  },
}
