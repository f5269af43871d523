/** The lasting codes of everything that can go wrong and be shown. A code is never reused or renamed. */
export const problemCodes = [
  'usage', 'fault', 'not-found', 'busy',
  'file-missing', 'file-unreadable', 'folder-readonly', 'disk-full', 'target-open', 'name-taken',
  'workfile-damaged', 'workfile-newer', 'workfile-locked', 'workfile-foreign',
  'pack-invalid', 'pack-unknown', 'pack-rule', 'pack-cycle',
  'filing-readonly', 'filing-unknown-key', 'filing-unknown-rule', 'filing-unknown-row', 'filing-computed', 'filing-shape', 'unit-exists', 'unit-id-fixed',
  'undo-none', 'redo-none', 'paste-empty', 'paste-too-big',
  'seal-errors', 'seal-unexplained', 'seal-signoff', 'seal-reread', 'reopen-reason',
  'explanation-short', 'explanation-boilerplate',
  'key-passphrase', 'key-invalid', 'key-exists',
  'xlsx-too-big', 'xlsx-not-zip', 'xlsx-encrypted', 'xlsx-not-workbook', 'xlsx-zip-broken', 'xlsx-entry-name', 'xlsx-duplicate',
  'xlsx-overlap', 'xlsx-bomb', 'xlsx-too-many-entries', 'xlsx-dtd', 'xlsx-bounds', 'xlsx-too-many-cells', 'xlsx-xml', 'xlsx-crc', 'xlsx-timeout',
  'payload-digest', 'payload-signature', 'payload-unreadable', 'payload-disagrees', 'payload-missing',
  'pdf-failed',
  'backup-unsound', 'rescue-none', 'delete-reason', 'bin-conflict', 'workfile-same', 'workfile-sound', 'disk-failing',
  'import-file-kind', 'import-old-format', 'import-encoding', 'import-file-changed', 'import-refused', 'import-nothing',
  'import-sheet-missing', 'import-column-missing', 'import-key-missing', 'import-key-twice', 'import-key-blank', 'import-same-cell', 'import-item-computed',
  'import-cell-error', 'import-code-damaged', 'import-code-unknown', 'import-not-number', 'import-not-whole', 'import-not-date', 'import-too-long', 'import-unit', 'import-rounded', 'import-total-row',
  'prior-other-unit', 'prior-other-year', 'prior-unsealed', 'prior-none', 'prior-not-typed',
  'part-not-file', 'part-newer', 'part-damaged', 'part-given', 'part-returned', 'part-own', 'part-unit', 'part-pack', 'part-form', 'part-none', 'part-changed', 'part-undecided', 'part-seal',
  'letter-none', 'letter-newer', 'letter-damaged', 'letter-edited', 'letter-not-submission', 'letter-for-people', 'letter-unit', 'letter-year', 'letter-older', 'letter-later', 'letter-digest', 'letter-key', 'letter-pack', 'letter-query',
  'ledger-none', 'ledger-damaged', 'ledger-newer', 'ledger-locked', 'ledger-foreign', 'ledger-missing', 'ledger-exists', 'ledger-role', 'ledger-lost', 'ledger-server', 'ledger-password',
  'ledger-tls', 'ledger-address', 'ledger-pack', 'ledger-key', 'ledger-key-none', 'ledger-key-first', 'ledger-key-exists', 'ledger-backup-unsound', 'ledger-backup-server', 'ledger-last-issuer',
  'register-unit', 'register-check', 'register-seq', 'register-name', 'register-region', 'register-region-twice', 'register-twice', 'register-date', 'register-form', 'register-long', 'register-column', 'register-empty', 'register-pick',
  'intake-memory', 'intake-crash', 'intake-readers', 'intake-zip-large', 'intake-zip-nested', 'intake-zip-empty', 'intake-skipped', 'intake-register', 'intake-not-hand', 'intake-moved', 'intake-hand-unit', 'intake-hand-pack', 'intake-hand-year', 'intake-code', 'intake-running', 'intake-signer',
  'sample-empty', 'upward-not-file', 'upward-newer', 'upward-damaged', 'upward-changed', 'upward-region', 'upward-pack', 'upward-none', 'bulletin-none', 'bulletin-template',
  'policy-governed', 'policy-role', 'policy-pack', 'policy-folder', 'policy-ledger', 'policy-region', 'policy-key',
  'table-unknown', 'table-cell', 'table-region', 'input-unknown',
  'review-taken', 'review-blocked', 'review-reason', 'review-query', 'review-cell', 'review-state', 'review-pack', 'review-payload', 'review-slip', 'review-none', 'adjust-cell', 'adjust-value', 'adjust-none', 'adjust-row',
  'pack-file-not', 'pack-file-newer', 'pack-file-damaged', 'pack-file-signature', 'pack-file-names', 'pack-file-issuer', 'pack-file-unsigned', 'pack-file-unknown', 'pack-file-key', 'pack-file-older', 'pack-file-same', 'pack-file-changed', 'pack-file-policy',
  'update-none', 'update-format', 'update-signature', 'update-product', 'update-older', 'update-target', 'update-name', 'update-size', 'update-digest', 'update-expired', 'update-off', 'update-keys', 'update-run', 'update-changed',
  'locked-key', 'locked-damaged', 'locked-recipient', 'locked-passphrase',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** A problem is data: a lasting code and what its sentence needs. `ref` leads to the log. */
export interface Problem {
  readonly code: ProblemCode
  readonly params: Readonly<Record<string, string | number>>
  readonly ref?: string
}

/** Builds a problem. */
export const problem = (code: ProblemCode, params: Problem['params'] = {}): Problem => ({ code, params })
