import { z } from 'zod'

/** What may be set of how the window looks, speaks and works. */
export const settingsRequest = z.strictObject({
  userName: z.string().max(30).optional(),
  role: z.enum(['agency', 'regulator']).optional(),
  enter: z.enum(['down', 'right', 'stay']).optional(),
  theme: z.enum(['system', 'light', 'dark', 'contrast']).optional(),
  density: z.enum(['compact', 'standard', 'loose']).optional(),
  /** Size of the letters in forms and beside them. */
  letters: z.enum(['standard', 'large']).optional(),
  zoom: z.int().min(80).max(200).optional(),
  exportFolder: z.string().min(1).max(4096).optional(),
  language: z.enum(['zh', 'en']).optional(),
  /** The hint of the first opening was put away. */
  guideSeen: z.boolean().optional(),
})

/** The settings in force; what a policy says of them goes before what was chosen. */
export interface Settings {
  readonly userName: string
  readonly role: 'agency' | 'regulator'
  readonly enter: 'down' | 'right' | 'stay'
  readonly theme: 'system' | 'light' | 'dark' | 'contrast'
  readonly density: 'compact' | 'standard' | 'loose'
  readonly letters: 'standard' | 'large'
  readonly zoom: number
  readonly exportFolder: string
  readonly language: 'zh' | 'en'
  readonly guideSeen: boolean
}
