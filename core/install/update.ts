import { z } from 'zod'

/** The format this program writes and reads. */
export const updateFormat = 'jianbao-update-1'
/** What the product is called in an update. */
export const updateProduct = 'jianbao'
/** The description of an update and its detached signature, beside the packages. */
export const updateNames = { manifest: 'update.json', signature: 'update.json.sig' } as const
/** How a package is installed. */
export const updateKinds = ['deb', 'rpm', 'tar.gz', 'setup', 'setup-user', 'msi', 'zip'] as const
export type UpdateKind = (typeof updateKinds)[number]

const version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
/** A package of an update; its name is a bare one. */
export const updateFileSchema = z.strictObject({
  target: z.enum(['linux', 'win']), arch: z.enum(['x64', 'arm64']), kind: z.enum(updateKinds), name: z.string().min(1).max(200),
  size: z.int().min(1).max(4 * 1024 ** 3), sha512: z.string().regex(/^[0-9a-f]{128}$/),
})
/** What `update.json` says; it is read only after its signature was found right. */
export const updateSchema = z.strictObject({
  format: z.literal(updateFormat), product: z.string().min(1).max(60), version,
  /** The first day it is no longer taken, so that an old stick cannot bring back a forgotten version for ever. */
  expires: z.iso.date(),
  notes: z.string().max(4000),
  files: z.array(updateFileSchema).min(1).max(40),
})
export type Update = z.infer<typeof updateSchema>
export type UpdateFile = z.infer<typeof updateFileSchema>

/** The machine an update must fit: kinds in the order they are preferred. */
export interface UpdateTarget { readonly target: string; readonly arch: string; readonly kinds: readonly UpdateKind[] }

/** The package for a machine; nothing where none fits. */
export const updateFileFor = ({ files }: Update, { target, arch, kinds }: UpdateTarget): UpdateFile | undefined =>
  kinds.flatMap((kind) => files.filter((file) => file.target === target && file.arch === arch && file.kind === kind))[0]

/** Whether a name stands for a file in the folder itself and for nothing a shell or a file system could take otherwise. */
export const isBareName = (name: string): boolean => /^[A-Za-z0-9][\w.+~-]{0,150}$/.test(name) && !name.includes('..')
