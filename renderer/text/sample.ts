/** 抽样 in Chinese; its type is what another language must fill. */
export const sampleZh = {
  sub: '双随机：从名录里随机抽取机构', settings: '抽取设置', count: '抽多少家', strata: '分层', stratas: { none: '不分层', region: '按地区', risk: '按风险等级', group: '按分组' }, region: '地区', group: '分组', weights: '权重', weightsHint: '按风险等级给抽签份数：2 的机会是 1 的两倍，0 不抽。', noRisk: '没有写风险等级的按 1。', seed: '种子', seedHint: '同样的名录、设置和种子，抽出的一样。可以请在场的人报数字。', newSeed: '换一个', reason: '用途', draw: (n: number) => `抽 ${n} 家`, lack: '写下抽多少家和种子',
  draws: '抽取记录', empty: '还没有抽取过。在左边定好数目和种子，再抽。', line: (n: number, pool: number) => `${pool} 家里抽 ${n} 家`, result: '抽取结果', head: { order: '序', name: '机构', unit: '单位代码', stratum: '层', region: '地区' }, digest: '名录和设置的校验值', by: (who: string) => `抽取人 ${who}`, weightWords: (name: string, n: number) => `${name} ×${n}`,
  write: '写抽取记录', writeTitle: '抽取记录存到哪里', wrote: (n: number) => `抽取记录已写好，${n} 个文件。`, show: '打开所在文件夹', pick: '选一次抽取。',
}

/** The same in English. */
export const sampleEn: typeof sampleZh = {
  sub: 'Draws units from the register at random', settings: 'Settings', count: 'How many', strata: 'Strata', stratas: { none: 'None', region: 'Region', risk: 'Risk class', group: 'Group' }, region: 'Region', group: 'Group', weights: 'Weights', weightsHint: 'Tickets by risk class: 2 has twice the chance of 1, 0 is never drawn.', noRisk: 'Units without a risk class have 1.', seed: 'Seed', seedHint: 'The same register, settings and seed draw the same units. Let those present say the digits.', newSeed: 'Another', reason: 'Purpose', draw: (n) => `Draw ${n}`, lack: 'Say how many, and a seed',
  draws: 'Draws', empty: 'Nothing was drawn yet. Set the number and a seed at the left, then draw.', line: (n, pool) => `${n} of ${pool}`, result: 'The draw', head: { order: 'No.', name: 'Unit', unit: 'Unit code', stratum: 'Stratum', region: 'Region' }, digest: 'Digest of register and settings', by: (who) => `drawn by ${who}`, weightWords: (name, n) => `${name} ×${n}`,
  write: 'Write the protocol', writeTitle: 'Where the protocol goes', wrote: (n) => `The protocol is written: ${n} files.`, show: 'Open the folder', pick: 'Choose a draw.',
}
