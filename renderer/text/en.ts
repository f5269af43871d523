import { aboutEn } from './about.ts'
import { carriedEn } from './carried.ts'
import { gridEn } from './grid.ts'
import { helpEn } from './help.ts'
import { importEn } from './import.ts'
import { intakeEn } from './intake.ts'
import { letterEn } from './letter.ts'
import { partEn } from './part.ts'
import { priorEn } from './prior.ts'
import { printEn } from './print.ts'
import { safetyEn } from './safety.ts'
import { pasteEn } from './paste.ts'
import { registerEn } from './register.ts'
import { officeEn } from './regulator.ts'
import { reviewEn } from './review.ts'
import { sampleEn } from './sample.ts'
import { sealEn } from './seal.ts'
import { tablesEn } from './tables.ts'
import { verdictEn, verifyEn } from './verify.ts'
import { watchEn } from './watch.ts'
import type { Texts } from './zh.ts'

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`

/** Every sentence of the window in English. */
export const en: Texts = {
  app: 'Jianbao',
  today: 'Today',
  sample: 'Sample',
  cancel: 'Cancel',
  saved: 'Saved',
  saving: 'Saving',
  loading: 'Opening the work file',
  tab: { home: 'Home', entry: 'Entry', audit: 'Audit', seal: 'Seal and export', import: 'Import', safety: 'Safety', prior: 'Last year', print: 'Print', part: 'Share out', verify: 'Verify files', office: 'Home', register: 'Register', intake: 'Intake', review: 'Review', tables: 'Tables', monitor: 'Monitoring', bulletin: 'Bulletin', sample: 'Sampling', ledger: 'Ledger settings', about: 'About' },
  bar: {
    tabs: 'Pages', find: 'Find an item', minimize: 'Minimise', maximize: 'Maximise', close: 'Close the window',
    unitAndYear: 'Unit and year', year: (year: number) => String(year), stopCount: (n: number) => plural(n, 'error'),
  },
  status: {
    file: (name: string) => `Work file ${name}`, noFile: 'No work file yet', backup: (when: string) => `Backup ${when}, verified`, noBackup: 'No backup yet',
    enter: 'Enter goes', enterWords: { down: 'down', right: 'right', stay: 'nowhere' }, density: 'Rows', densityWords: { compact: 'compact', standard: 'standard', loose: 'loose' }, letters: 'Letters', lettersWords: { standard: 'standard', large: 'large' },
    theme: 'Display', themeWords: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' }, zoom: 'Zoom', settings: 'Display and entry settings',
    selected: '1 cell', today: 'Business date', pack: (version: string) => `Pack ${version}`, version: (v: string) => `Jianbao ${v}`, name: 'Your name',
  },
  samples: { band: 'These are sample units, all made up, kept apart from your own filings.', back: 'Back to my own filings' },
  home: {
    firstTitle: (year: number) => `File the ${year} inspection and testing survey`, firstLine: 'No network, no account. Figures stay on this computer and are saved as you type.',
    step1: 'Pack', step1Sub: (sample: boolean) => (sample ? 'Installed with the program, a sample' : 'Installed with the program'), step1Due: (date: string) => `Due ${date}`,
    step2: 'Set up a unit', step2Line: 'Name and unified social credit code', step2Sub: 'About 2 minutes. Kind of body and accounting', step2Sub2: 'decide between forms 201-1, 201-2 and 201-3',
    step3: 'Last year (optional)', step3Line: 'Filed here last year, or last year’s .xlsx', step3Sub: 'Last year stands beside this year,', step3Sub2: 'never inside the cells',
    addUnit: 'Set up a unit', moreUnit: 'Add a unit', seeSamples: 'See sample units', regulator: 'I am the regulator', quiet: 'Just looking?',
    nextStep: 'Next', daysLeft: 'Due in', days: 'days', overdue: 'Overdue by', daysLong: (n: number) => (n >= 0 ? plural(n, 'day') : `${plural(-n, 'day')} over`),
    nextFix: (n: number, form: string, fact: string) => `Correct ${plural(n, 'error')}, starting with form ${form}: ${fact}`, nextFixPlain: (n: number, form: string) => `Correct ${plural(n, 'error')}, starting with form ${form}`,
    nextFill: (n: number, form: string, name: string) => `${plural(n, 'item')} to fill, starting with ${form} ${name}`, nextExplain: (n: number) => `Explain ${plural(n, 'query')}`,
    nextSeal: 'All filled, ready to seal', nextReturn: (who: string) => `All filled, write it back${who === '' ? '' : ` to ${who}`}`, lineReturn: 'One file; they merge and seal it.', goReturn: 'Write back', nextDone: (no: number) => `Submission ${no} is sealed; hand over the .xlsx`,
    lineFix: 'Only then can it be sealed; everything is saved, stop whenever you like.', lineFill: 'Saved as you type, stop whenever you like.', lineExplain: 'If the figure is right, say why; the explanation travels with the submission.', lineSeal: 'Sealing writes one .xlsx and a PDF to stamp.', lineDone: 'It can be reopened later with a reason.',
    goFix: 'Correct', goFill: 'Go on', goExplain: 'Explain', goSeal: 'Seal', goSee: 'See',
    head: { year: 'Year', state: 'State', progress: 'Forms', stop: 'Errors', verify: 'To verify', due: 'Due' },
    filledOf: (a: number, b: number) => `${a} of ${b} filled`, stopItems: (n: number) => String(n), toExplain: (n: number) => `${n} to explain`, explained: (n: number) => `${n} explained`, allExplained: (n: number) => (n === 0 ? '0' : n === 1 ? '1 explained' : `all ${n} explained`), handedIn: (date: string) => `sealed ${date}`,
    submitNo: (n: number) => `Submission ${n}`, receipt: (code: string) => `Receipt ${code}`, startYear: (year: number) => `Start ${year}`,
    addTitle: 'Set up a unit', unitName: 'Name', uscc: 'Unified social credit code', unitSeq: 'Unit number', pack: 'Pack', unitSeqHint: '00 for the legal person itself', usccOdd: 'The check character does not fit; compare it with the licence. It can be corrected in form 101 later.', usccHint: '18 characters, as on the licence', missing: (what: string) => `Missing: ${what}`, backup: (when: string) => `Backed up and verified ${when}`,
  },
  state: { draft: 'In progress', sealed: 'Sealed', returned: 'Returned', reopened: 'Reopened', accepted: 'Accepted' },
  tree: { title: 'Forms', done: (a: number, b: number) => `${a} of ${b} done`, signoff: 'Sign-off', legendDone: 'Done', legendHalf: 'In progress', legendStop: 'Errors', legendVerify: 'To explain', rows: (n: number) => plural(n, 'row'), no: 'Not filled' },
  form: {
    fact: (words: string, done: boolean) => `${words}, ${done ? 'explained' : 'to explain'}`, title: (_: string, no: string) => `Form ${no}`, nextProblem: 'Next problem', noProblem: 'Nothing left to deal with', problems: (n: number) => `${n} to deal with`, code: 'Code', name: 'Item', unit: 'Unit', before: 'Last year', now: 'This year', change: 'Change %', hint: 'Notes',
    even: 'Even', shouldBe: 'Should be', atMost: 'At most', filled: 'Filled', short: 'Short', over: 'Over', left: 'Left', nothing: '—',
    yuan: (amount: string) => `= ¥${amount}`, blank: 'Blank; 0 if none', blankText: 'Blank', optional: 'Optional', notComputed: 'Blank inputs or divided by 0: not computed', notYet: 'Blank inputs: not computed yet', carried: 'as last year', leap: (change) => `${change}% on last year`,
    refusedShort: (stored: string) => `Not saved. The file has ${stored}`, blankStored: 'nothing', enterIme: 'Enter only takes the candidate',
    retry: 'Save again', rowsOf: (name: string, n: number) => `${name}  ${plural(n, 'row')}`, openTable: 'Open', noApply: 'This unit does not fill this form', readonly: 'Sealed, read only. Reopen it under “Seal and export” first',
  },
  panel: {
    label: 'Explanation and findings', collapse: 'Collapse', expand: 'Expand', explanation: 'Explanation', findings: 'Finding', trace: 'Computed from', traceHint: 'Where the total comes from', traceOwn: 'Where this figure comes from', history: 'Changes', allHistory: (n: number) => `All ${n}`, noHistory: 'Not changed yet', empty: 'blank',
    required: 'Required', when: 'Required under a condition', optional: 'Optional', computed: 'Computed', before: (text: string) => `Last year ${text}`, decimals: ['', 'one decimal', 'two decimals', 'three decimals', 'four decimals'], whole: 'whole number', text: (n: number) => `Text, at most ${n} characters`, codeType: 'A code', month: 'Month YYYY-MM', date: 'Date YYYY-MM-DD', cells: 'Cells', explainPlaceholder: 'What business, since when, about how much', explained: 'Explained', none: 'Choose a cell: its explanation, findings and changes stand here.', rail: { info: 'Info', findings: 'Audit', history: 'Log' },
  },
  table: {
    row: 'Row', add: 'Add a row', del: 'Delete the row', delAll: (n: number) => `Delete ${n} selected rows`, putBack: 'Put back', insert: 'Insert below', copy: 'Copy the row', up: 'Move up', down: 'Move down', menu: 'Row menu', sum: 'Sum of rows', should: 'Should be', gap: 'Difference', empty: 'Nothing here yet. ', byCode: 'By code', byInitials: (q: string) => `By pinyin initials ${q}`, byName: 'In the name', inside: () => 'Initials inside the name', noMatch: (q: string) => `No “${q}”`, count: (n: number) => `${n} in all`, foundOf: (n: number, all: number) => `${n} of ${all}`, pick: 'choose', fill: 'take', all: 'all', used: (n: number) => `in row ${n}`, count2: (n: number) => plural(n, 'row'), removed: (n: number) => (n === 1 ? 'One row deleted.' : `${n} rows deleted.`),
  },
  find: { label: 'Find an item', hint: 'Name, code or pinyin initials', items: (n: number) => `Items ${n}`, findings: (n: number) => `Findings ${n}`, choose: 'choose', go: 'go to the cell', close: 'close', none: (q: string) => `Nothing found for “${q}”.`, clear: 'Clear', unfilled: 'Blank' },
  audit: {
    title: 'Audit', left: (n: number) => `${plural(n, 'error')} left`, none: 'No errors', explained: (a: number, b: number) => `${a} of ${b} explained`, bySeverity: 'By severity', byForm: 'By form', stop: (n: number) => `Errors ${n}`, stopSub: 'Must be corrected before sealing', missing: (n: number) => `Still missing ${n}`, missingSub: 'To be filled before sealing; the sign-off is on the sealing page', verify: (n: number) => `To explain ${n}`, verifySub: 'If the figure is right, say why', done: (n: number) => `Explained ${n}`, at: (a: number, b: number) => `${a} of ${b}`, previous: 'Previous', next: 'Next', cells: 'Cells', before: 'Last year', now: 'This year', delta: 'Change', percent: 'Change %', todo: 'What to do', explain: 'Explanation', chars: (n: number) => plural(n, 'character'), goCell: 'Go to the cell', submit: 'Submit', saved: 'Saved; travels with the submission', draft: 'Draft saved, not yet an explanation', toSave: 'Travels with the submission', refused: 'This gives no reason and is not an explanation yet.', add: 'Add at least one of:', empty: 'Nothing left to deal with.', emptySub: 'Every rule is met.', rules: (n: number, time: string) => `${n} rules, all checked ${time}`, keys: 'previous, next', write: 'explain', stopWord: 'Error', verifyWord: 'To verify', row: (n: number) => `row ${n}`, blankItem: (name: string) => `${name}: blank`, kinds: { F: 'Basic', X: 'Across forms', Y: 'Across years', P: 'Quality', W: 'Logic' },
  },
  grid: gridEn,
  paste: pasteEn,
  seal: sealEn,
  verdict: verdictEn,
  verify: verifyEn,
  tables: tablesEn,
  ...watchEn,
  safety: safetyEn,
  about: aboutEn,
  carried: carriedEn,
  print: printEn,
  importing: importEn,
  prior: priorEn,
  part: partEn,
  letter: letterEn,
  help: helpEn,
  office: officeEn,
  register: registerEn,
  intake: intakeEn,
  review: reviewEn,
  sampling: sampleEn,
}
