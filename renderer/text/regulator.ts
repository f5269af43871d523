/** The regulator's frame, first page, home and ledger settings, in Chinese; its type is what another language must fill. */
export const officeZh = {
  role: '使用者', roles: { agency: '填报端', regulator: '监管端' },
  bar: { label: '地区和年度', years: '年度', submissions: (n: number) => `${n} 份报送`, open: '打开其他台账', settings: '台账设置', noRegion: '未定地区', find: '查找机构' },
  status: { ledger: (name: string) => `台账 ${name}`, none: '还没有台账', due: (n: number) => `应报 ${n}`, received: (n: number) => `已收 ${n}`, missing: (n: number) => `未报 ${n}`, lost: '连不上服务器，显示的可能不是最新，已存的都在' },
  find: { label: '查找机构', hint: '名称、代码或拼音首字母', units: (n: number) => `机构 ${n}`, none: (q: string) => `没有找到“${q}”。`, go: '打开', reading: '正在读名录' },
  first: { password: '填口令',
    title: '先建一个台账', line: '名录、收到的报送件、审阅和汇总都记在台账里。一个单位一台电脑用一个文件就够了；几个人一起审，用单位自己的 PostgreSQL 服务器。', make: '新建台账', open: '打开已有台账', openTitle: '选择台账文件', server: '连接服务器', verify: '只核验文件，不建台账', back: '回到填报端', again: '再试一次',
  },
  make: {
    title: '新建台账', kind: '放在哪里', kinds: { file: '本机文件', server: 'PostgreSQL 服务器' }, file: '文件', noFile: '还没有选', choose: '选位置', saveTitle: '台账放在哪里', fileName: (region: string, year: number) => `${region || '台账'}${year}.ledger`,
    region: '地区', regionHint: '代码、名称或拼音首字母；全国留空', nation: '全国', bureau: '单位名称', bureauHint: '印在退回单、任务书和通报上', pack: '任务包', do: '建立台账', lack: (what: string) => `还差：${what}`,
    connect: '连接服务器', host: '服务器', port: '端口', database: '数据库', user: '用户', password: '口令', passwordHint: '每次打开程序时再填；管理员也可以放进口令文件', keep: '由系统的密钥库记住口令', kept: '继续由系统的密钥库记住口令', keepForbidden: '不许记住口令，每次打开程序时再填。', keepNone: '这台电脑没有可用的密钥库，记不住口令，每次打开程序时再填。', tls: '加密', tlsKinds: { 'verify-full': '加密，并核对服务器', require: '只加密', disable: '不加密（只在本机用）' }, test: '试连接', works: (bureau: string) => `连上了，是“${bureau}”的台账。`, worksNew: '连上了，还没有台账，可以新建。', doOpen: '打开台账',
  },
  home: {
    next: '下一步', trouble: '台账打不开',
    steps: {
      register: { title: '先导入名录', line: '名录写明哪些机构应报。Excel 或 CSV 都可以。', go: '导入名录' },
      intake: { title: (n: number) => `还有 ${n} 家没有收到，收一个文件夹`, line: '里面的 .xlsx 逐个判定，原件不动。', go: '去收件' },
      review: { title: (n: number) => `${n} 家待审阅`, line: '逐家看差异、审核结果和说明，接收或者退回。', go: '去审阅' },
      wait: { title: (n: number) => `${n} 家已退回，等重报`, line: '重报件收进来以后会排在待审阅里。', go: '看已退回' },
      tables: { title: (n: number) => `${n} 家已接收，可以汇总`, line: '汇总表由已接收的报送件算出，每个数都能打开看由谁构成。', go: '去汇总' },
    },
    counts: '报送进度', count: { due: '应报', received: '已收', missing: '未报', inReview: '待审阅', returned: '已退回', accepted: '已接收' }, sub: { due: '名录里在报的机构', received: '本年度收到过报送件', missing: '到现在没有收到', inReview: '收到，等人看', returned: '等机构重报', accepted: '计入汇总' },
    progress: (a: number, b: number) => `已收 ${a} / ${b}`, missingList: '催报名单', missingTitle: '催报名单存到哪里', missingName: (region: string, year: number) => `催报名单_${region}_${year}.xlsx`, missingDone: (path: string) => `催报名单已写好：${path}`,
    regions: '各地区', region: '地区', received: '已收', late: '过期未报', share: '报送率 %', record: '最近的记录', noRecord: '还没有记录。', allRecord: '全部记录', settings: '台账设置', noRegions: '名录导入以后，这里按地区列出报送进度。',
  },
  ledger: {
    title: '台账设置', back: '回首页', sections: '台账设置的各部分',
    section: { place: '台账和年度', backups: '备份', key: '密钥', people: '审阅人', record: '记录', erase: '清除个人信息', upward: '上报' },
    place: { name: '台账', where: '位置', kind: '类型', kinds: { sqlite: '本机文件', postgres: 'PostgreSQL 服务器' }, region: '地区', bureau: '单位名称', you: '当前使用者', packs: '年度和任务包', deadline: '报送截止', submissions: '报送件', inUse: '正在用', use: '改用这一年', show: '打开所在文件夹', make: '新建台账', open: '打开其他台账', server: '连接服务器', none: '—' },
    roles: { viewer: '查看', reviewer: '审核', issuer: '发文' }, roleLine: { viewer: '能看，不能改', reviewer: '收件、查询、接收、退回', issuer: '审阅之外，还能发任务书、改名录、定密钥' },
    backup: { lead: '台账每天自动备份并核对，也可以随时备份。', now: '现在备份', done: '备份好了，已重新打开核对。', at: '时间', size: '大小', sound: '核对', ok: '完好', bad: '打不开', restore: '恢复到这一份', restoreAsk: (when: string) => `恢复到 ${when} 的备份？`, restoreLine: '恢复以前，现在的台账先另存一份。', restored: '已恢复。', empty: '还没有备份。', server: '服务器上的台账由服务器管理员备份。' },
    key: {
      lead: '退回单、任务书、受理回执都用这把密钥签名。机构打开时核对指纹。', none: '还没有密钥。第一次签发时会自动做，也可以现在做。', make: '做一把密钥', made: '密钥做好了。', print: '指纹', printLine: '请把指纹随任务包、文件或网站公布，机构可以对照。', copy: '复制指纹', copied: '指纹已复制。', line: '加密公钥', lineLine: '机构用它写出只有监管部门能打开的加密报送件。任务书自动带着；也可以写进策略。收件时由上面这把密钥打开。', lineCopy: '复制公钥', lineCopied: '加密公钥已复制。',
      save: '另存密钥', saveLine: '存一份加口令的副本，和口令分开放。换电脑时用它。', pass: '口令', passAgain: '再打一遍', passDiffer: '两遍口令不一样。', saveDo: '存成文件', saveTitle: '密钥存到哪里', saveName: (print: string) => `监管密钥_${print}.jbkey`, saved: '密钥已另存。', load: '取回密钥', loadLine: '用另存的密钥文件和口令取回。', loadDo: '选密钥文件', loadTitle: '选择密钥文件', loaded: '密钥已取回。',
      rotate: '换一把密钥', rotateLine: '怀疑密钥外泄时换。机构会看到密钥换过，请先公布新指纹。', rotateWhy: '原因', rotateDo: '换密钥', rotated: '密钥已换，请公布新指纹。',
    },
    people: { lead: '服务器上按角色授权；本机文件只记名字。', name: '姓名', role: '角色', add: '记下', set: '已记下。', empty: '还没有审阅人。', you: '本人' },
    record: { lead: '每次接收、退回、改名录、换密钥都记下谁、何时、为什么。只增不改。', at: '时间', by: '谁', unit: '机构', what: '做了什么', reason: '原因', total: (n: number) => `共 ${n} 条`, empty: '还没有记录。' },
    erase: { lead: '报送件里的联系人、电话等个人信息，过了保存期可以清除。数和校验值不受影响，仍能证明内容没有变。', before: '收到日期早于', reason: '原因', look: '看会清除什么', would: (n: number) => `会清除 ${n} 份报送件里的这些内容：`, nothing: '没有要清除的。', do: (n: number) => `清除 ${n} 份里的个人信息`, done: (n: number) => `已清除 ${n} 份里的个人信息。`, noBack: '清除以后不能恢复。' },
  },
  working: '正在处理', reason: '原因', reasonHint: '写明为什么，记入台账', none: '—', close: '关闭', save: '存下',
}

/** The same in English. */
export const officeEn: typeof officeZh = {
  role: 'Used by', roles: { agency: 'Agency', regulator: 'Regulator' },
  bar: { label: 'Region and year', years: 'Years', submissions: (n) => (n === 1 ? '1 submission' : `${n} submissions`), open: 'Open another ledger', settings: 'Ledger settings', noRegion: 'No region', find: 'Find a unit' },
  status: { ledger: (name) => `Ledger ${name}`, none: 'No ledger yet', due: (n) => `Due ${n}`, received: (n) => `Received ${n}`, missing: (n) => `Missing ${n}`, lost: 'The server does not answer; what is shown may be old, nothing is lost' },
  find: { label: 'Find a unit', hint: 'Name, code or pinyin initials', units: (n) => `Units ${n}`, none: (q) => `“${q}” was not found.`, go: 'Open', reading: 'Reading the register' },
  first: { password: 'Enter the password',
    title: 'Begin with a ledger', line: 'The register, submissions, reviews and tables are kept in a ledger. One file is enough for one desk; several reviewers use the bureau’s own PostgreSQL server.', make: 'New ledger', open: 'Open a ledger', openTitle: 'Choose a ledger', server: 'Connect to a server', verify: 'Only verify files, without a ledger', back: 'Back to filing', again: 'Try again',
  },
  make: {
    title: 'New ledger', kind: 'Where', kinds: { file: 'A file here', server: 'PostgreSQL server' }, file: 'File', noFile: 'Not chosen yet', choose: 'Choose', saveTitle: 'Where the ledger goes', fileName: (region, year) => `${region || 'ledger'}${year}.ledger`,
    region: 'Region', regionHint: 'Code, name or pinyin initials; blank for the nation', nation: 'The nation', bureau: 'Bureau', bureauHint: 'Printed on return slips, task files and bulletins', pack: 'Pack', do: 'Make the ledger', lack: (what) => `Missing: ${what}`,
    connect: 'Connect to a server', host: 'Server', port: 'Port', database: 'Database', user: 'User', password: 'Password', passwordHint: 'Asked at each start; an administrator may use a password file', keep: 'Let the system’s key store keep the password', kept: 'Let the system’s key store go on keeping the password', keepForbidden: 'The password may not be kept; it is asked at each start.', keepNone: 'This computer has no key store that can be used; the password is asked at each start.', tls: 'Encryption', tlsKinds: { 'verify-full': 'Encrypted, server proven', require: 'Only encrypted', disable: 'None (only on this computer)' }, test: 'Test', works: (bureau) => `Connected: the ledger of ${bureau}.`, worksNew: 'Connected; there is no ledger yet, make one.', doOpen: 'Open the ledger',
  },
  home: {
    next: 'Next', trouble: 'The ledger cannot be opened',
    steps: {
      register: { title: 'Import the register first', line: 'The register says which units must report. Excel or CSV.', go: 'Import the register' },
      intake: { title: (n) => `${n} units are missing; take in a folder`, line: 'Each .xlsx in it gets a verdict; the files are not touched.', go: 'Go to intake' },
      review: { title: (n) => `${n} to review`, line: 'Look at differences, findings and explanations; accept or return.', go: 'Go to review' },
      wait: { title: (n) => `${n} returned, waiting for the units`, line: 'Once taken in, corrected submissions wait for review.', go: 'See the returned' },
      tables: { title: (n) => `${n} accepted; make the tables`, line: 'Tables are made of accepted submissions; every figure opens into its units.', go: 'Go to tables' },
    },
    counts: 'Progress', count: { due: 'Due', received: 'Received', missing: 'Missing', inReview: 'To review', returned: 'Returned', accepted: 'Accepted' }, sub: { due: 'Active in the register', received: 'Submitted this year', missing: 'Nothing received', inReview: 'Waiting for a look', returned: 'Waiting for the unit', accepted: 'Count in the tables' },
    progress: (a, b) => `${a} of ${b} received`, missingList: 'Reminder list', missingTitle: 'Where the list goes', missingName: (region, year) => `reminders_${region}_${year}.xlsx`, missingDone: (path) => `The list is written: ${path}`,
    regions: 'By region', region: 'Region', received: 'Received', late: 'Overdue', share: 'Share %', record: 'Last decisions', noRecord: 'Nothing recorded yet.', allRecord: 'All', settings: 'Ledger settings', noRegions: 'Once the register is imported, progress is listed here by region.',
  },
  ledger: {
    title: 'Ledger settings', back: 'Home', sections: 'Parts of the ledger settings',
    section: { place: 'Ledger and year', backups: 'Backups', key: 'Key', people: 'Reviewers', record: 'Record', erase: 'Erase personal data', upward: 'Upward' },
    place: { name: 'Ledger', where: 'Place', kind: 'Kind', kinds: { sqlite: 'A file here', postgres: 'PostgreSQL server' }, region: 'Region', bureau: 'Bureau', you: 'Used by', packs: 'Years and packs', deadline: 'Deadline', submissions: 'Submissions', inUse: 'In use', use: 'Use this year', show: 'Open the folder', make: 'New ledger', open: 'Open another ledger', server: 'Connect to a server', none: '—' },
    roles: { viewer: 'Viewer', reviewer: 'Reviewer', issuer: 'Issuer' }, roleLine: { viewer: 'Sees, changes nothing', reviewer: 'Takes in, queries, accepts, returns', issuer: 'Also task files, register and key' },
    backup: { lead: 'The ledger is backed up and verified daily; or now.', now: 'Back up now', done: 'Backed up, opened again and verified.', at: 'Time', size: 'Size', sound: 'Verified', ok: 'Sound', bad: 'Cannot be opened', restore: 'Restore this one', restoreAsk: (when) => `Restore the backup of ${when}?`, restoreLine: 'The present ledger is kept aside first.', restored: 'Restored.', empty: 'No backup yet.', server: 'A ledger on a server is backed up by its administrator.' },
    key: {
      lead: 'Return slips, task files and receipts are signed with this key; units compare the fingerprint.', none: 'There is no key yet. It is made at the first letter, or now.', make: 'Make a key', made: 'The key is made.', print: 'Fingerprint', printLine: 'Publish the fingerprint with the pack, a letter or a web page, so that units can compare it.', copy: 'Copy', copied: 'Copied.', line: 'Public line for encryption', lineLine: 'Units use it to write encrypted submissions that only the regulator opens. Task files carry it; a policy may fix it. At intake the key above opens them.', lineCopy: 'Copy the line', lineCopied: 'The line is copied.',
      save: 'Keep a copy', saveLine: 'A copy with a passphrase, kept apart from it; for another computer.', pass: 'Passphrase', passAgain: 'Once more', passDiffer: 'The two differ.', saveDo: 'Save to a file', saveTitle: 'Where the key goes', saveName: (print) => `regulator-key_${print}.jbkey`, saved: 'The key is saved.', load: 'Bring a key back', loadLine: 'From a saved file and its passphrase.', loadDo: 'Choose the key file', loadTitle: 'Choose the key file', loaded: 'The key is back.',
      rotate: 'Change the key', rotateLine: 'When it may be known to others. Units will see that it changed; publish the new fingerprint first.', rotateWhy: 'Reason', rotateDo: 'Change the key', rotated: 'The key is changed; publish the new fingerprint.',
    },
    people: { lead: 'On a server by the roles granted; in a file only names.', name: 'Name', role: 'Role', add: 'Keep', set: 'Kept.', empty: 'No reviewer yet.', you: 'yourself' },
    record: { lead: 'Who accepted, returned, changed the register or the key, when and why. Only added to.', at: 'Time', by: 'Who', unit: 'Unit', what: 'What', reason: 'Reason', total: (n) => `${n} in all`, empty: 'Nothing recorded yet.' },
    erase: { lead: 'Contacts, telephones and other personal data of submissions can be erased after their retention. Figures and digests stay provable.', before: 'Received before', reason: 'Reason', look: 'See what would go', would: (n) => `Of ${n} submissions these would be erased:`, nothing: 'Nothing to erase.', do: (n) => `Erase in ${n} submissions`, done: (n) => `Erased in ${n} submissions.`, noBack: 'It cannot be taken back.' },
  },
  working: 'Working', reason: 'Reason', reasonHint: 'Say why; it is recorded', none: '—', close: 'Close', save: 'Keep',
}
