import type { ThemeConfig } from 'antd'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useSettings } from '../store/app.ts'
import { usePage } from '../store/page.ts'
import { antTokens, isLow, isSmall, pageTheme, sizeClass } from './theme.ts'

const useMedia = (query: string): boolean => {
  const [on, setOn] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const listen = () => setOn(list.matches)
    list.addEventListener('change', listen)
    return () => list.removeEventListener('change', listen)
  }, [query])
  return on
}

const useRoom = (): { readonly width: number; readonly height: number } => {
  const [room, setRoom] = useState({ width: window.innerWidth, height: window.innerHeight })
  useEffect(() => {
    const listen = () => setRoom({ width: window.innerWidth, height: window.innerHeight })
    addEventListener('resize', listen)
    return () => removeEventListener('resize', listen)
  }, [])
  return room
}

/** The tokens as the page computes them once `theme` is on it. */
const tokensUnder = (root: HTMLElement, theme: string, moves: boolean): ThemeConfig => {
  root.dataset['theme'] = theme
  const style = getComputedStyle(root)
  return antTokens((token) => style.getPropertyValue(token).trim(), moves)
}

/** Puts theme, density, zoom and window size on the page; gives the component library's tokens. */
export const usePageTheme = (): ThemeConfig => {
  const { theme, density, letters, zoom } = useSettings()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const contrast = useMedia('(prefers-contrast: more)')
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const { width, height } = useRoom()
  const name = pageTheme(theme, { dark, contrast })
  const root = document.documentElement
  useLayoutEffect(() => {
    root.dataset['density'] = density
    root.dataset['letters'] = letters
    const size = sizeClass((width * 100) / zoom)
    root.dataset['size'] = size
    root.toggleAttribute('data-small', isSmall((width * 100) / zoom))
    root.toggleAttribute('data-low', isLow((height * 100) / zoom))
    usePage.setState({ size })
    root.style.zoom = String(zoom / 100)
  }, [root, density, letters, zoom, width, height])
  return useMemo(() => tokensUnder(root, name, !still), [root, name, still])
}
