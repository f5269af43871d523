import type { ThemeConfig } from 'antd'
import type { Settings } from '../../core/contract.ts'

/** The theme that stands on the page: a choice of the user, or what the system asks for. */
export const pageTheme = (theme: Settings['theme'], system: { readonly dark: boolean; readonly contrast: boolean }): 'light' | 'dark' | 'contrast' => {
  if (theme !== 'system') return theme
  if (system.contrast) return 'contrast'
  return system.dark ? 'dark' : 'light'
}

/** The component library's tokens, read from the custom properties of style/tokens.css; `moves` false for people who asked for no motion. */
export const antTokens = (read: (name: string) => string, moves: boolean): ThemeConfig => {
  const page = { colorPrimary: read('--accent'), colorError: read('--stop'), colorWarning: read('--verify'), colorSuccess: read('--done'), colorLink: read('--accent') }
  const ground = { colorBgLayout: read('--canvas'), colorBgContainer: read('--surface'), colorBgElevated: read('--surface'), colorBorder: read('--edge'), colorBorderSecondary: read('--hair') }
  const words = { colorText: read('--text'), colorTextSecondary: read('--text2'), colorTextTertiary: read('--text3'), colorTextPlaceholder: read('--text3'), colorTextDescription: read('--text3') }
  return {
    token: {
      ...page, ...ground, ...words,
      fontFamily: read('--font'), fontSize: 14, lineHeight: 1.5, controlHeight: 32, controlHeightSM: 26, controlHeightLG: 40,
      borderRadius: 4, borderRadiusLG: 6, colorTextLightSolid: read('--on-accent'), controlItemBgActive: read('--accent-soft'), controlItemBgHover: read('--sunken'), controlOutlineWidth: 2, motion: moves,
    },
  }
}

/** How wide the window is for the layout, in its own (zoomed) pixels. */
export const sizeClass = (width: number): 'narrow' | 'normal' | 'wide' => (width < 1340 ? 'narrow' : width >= 1680 ? 'wide' : 'normal')

/** Whether the window is so small, in its own (zoomed) pixels, that everything stands in one column. */
export const isSmall = (width: number): boolean => width < 1000

/** Whether there is no room for sums that stay in view below the rows of a table. */
export const isLow = (height: number): boolean => height < 560
