import type { ReactNode } from 'react'
import { Icon } from './icons/Icon.tsx'
import type { IconName } from './icons/paths.ts'

const tones: Partial<Record<IconName, string>> = { stop: 'c-stop', verify: 'c-verify', explained: 'c-verify', done: 'c-done', ribbon: 'c-done', half: 'c-accent', query: 'c-accent', blank: 'grey' }

/** An icon with its words in the icon's colour: shape, words, colour. */
export const Mark = ({ name, children, className = '', size }: { name: IconName; children?: ReactNode; className?: string; size?: number }) => (
  <span className={`mark ${tones[name] ?? ''} ${className}`}>
    <Icon name={name} {...(size ? { size } : {})} />
    {children}
  </span>
)
