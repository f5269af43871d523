import { menus } from './menus.ts'
import type { PolicyField } from './schema.ts'

/** How a setting is written, for documents, sentences and group policy. */
export type FieldForm =
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'switch' }
  | { readonly kind: 'text' | 'list'; readonly of: 'folder' | 'pack' | 'key' | 'fingerprint' | 'region' | 'address' | 'recipient' }

/** The form of every setting. */
export const fieldForms: Readonly<Record<PolicyField, FieldForm>> = {
  role: { kind: 'choice', choices: ['agency', 'regulator'] },
  region: { kind: 'text', of: 'region' },
  packs: { kind: 'list', of: 'pack' },
  packKeys: { kind: 'list', of: 'key' },
  unsignedPacks: { kind: 'switch' },
  regulatorKeys: { kind: 'list', of: 'fingerprint' },
  recipient: { kind: 'text', of: 'recipient' },
  dataFolder: { kind: 'text', of: 'folder' },
  backupFolder: { kind: 'text', of: 'folder' },
  exportFolder: { kind: 'text', of: 'folder' },
  backupMinutes: { kind: 'number', min: 5, max: 1440 },
  updates: { kind: 'choice', choices: ['off', 'folder'] },
  updateFolder: { kind: 'text', of: 'folder' },
  language: { kind: 'choice', choices: ['zh', 'en'] },
  theme: { kind: 'choice', choices: ['system', 'light', 'dark', 'contrast'] },
  enter: { kind: 'choice', choices: ['down', 'right', 'stay'] },
  hiddenMenus: { kind: 'choices', choices: menus },
  ledger: { kind: 'text', of: 'address' },
  keepPassword: { kind: 'switch' },
}
