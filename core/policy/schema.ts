import { z } from 'zod'
import { isRecipient } from '../identity/bech32.ts'
import { menus } from './menus.ts'

const folder = z.string().min(2).max(1000).regex(/^(\/|[A-Za-z]:[\\/]|\\\\[^\\]+\\[^\\]+|\{home\})/)
const pack = z.string().regex(/^[a-z]+-\d{4}$/)
/** A raw Ed25519 public key, 32 bytes in base64. */
const publicKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)
const fingerprint = z.string().regex(/^[0-9a-f]{16}$/)
/** A server's address without a password: that is asked for, or stands in the user's password file. */
const address = z.string().max(1000).regex(/^postgres(ql)?:\/\/(?![^/@]*:[^/@]*@)[^\s]+$/).refine(text => !/[?&]password=/i.test(text))

/** What a policy may fix. A setting that is not in it stays the user's. */
export const policySchema = z.strictObject({
  /** Which side of the program: filing or regulating. */
  role: z.enum(['agency', 'regulator']).optional(),
  /** The leading digits of the region a new ledger is of. */
  region: z.string().regex(/^\d{1,6}$/).optional(),
  /** The packs that may be used; others are refused. */
  packs: z.array(pack).min(1).max(100).optional(),
  /** The public keys whose packs may be installed, beside the built-in ones. */
  packKeys: z.array(publicKey).max(20).optional(),
  /** Whether packs without a signature, or of an unknown issuer, may be installed. */
  unsignedPacks: z.boolean().optional(),
  /** The fingerprints of the regulator's keys: letters signed by another are refused. */
  regulatorKeys: z.array(fingerprint).min(1).max(10).optional(),
  /** The regulator's public line (age1…): locked submissions are locked for it, whatever a task file says. */
  recipient: z.string().max(100).refine(isRecipient).optional(),
  /** Where work file, keys and backups stand. `{user}` and `{home}` are the person's. */
  dataFolder: folder.optional(),
  /** Where a second copy of every backup goes. */
  backupFolder: folder.optional(),
  /** Where sealed files are written. */
  exportFolder: folder.optional(),
  /** A backup at least this often while something was changed. */
  backupMinutes: z.int().min(5).max(1440).optional(),
  /** Updates: not at all, or only from a folder. */
  updates: z.enum(['off', 'folder']).optional(),
  updateFolder: folder.optional(),
  language: z.enum(['zh', 'en']).optional(),
  theme: z.enum(['system', 'light', 'dark', 'contrast']).optional(),
  /** Where Enter goes in a form. */
  enter: z.enum(['down', 'right', 'stay']).optional(),
  hiddenMenus: z.array(z.enum(menus)).max(menus.length).optional(),
  /** The PostgreSQL server that the ledger is on. */
  ledger: address.optional(),
  /** Whether the system's own key store may keep the server's password. */
  keepPassword: z.boolean().optional(),
})

/** The settings an administrator fixed. */
export type Policy = Readonly<z.infer<typeof policySchema>>
export type PolicyField = keyof Policy
/** Every setting of a policy, in the order of the documents. */
export const policyFields = Object.keys(policySchema.shape) as readonly PolicyField[]

/** What holds for a setting that is written wrongly, where that is stricter than leaving it to the user. */
export const safeDefaults: Policy = { unsignedPacks: false, updates: 'off', keepPassword: false }
