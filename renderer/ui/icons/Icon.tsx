import { shapes } from './paths.ts'
import type { IconName, Shape } from './paths.ts'

/** One icon in the colour of its text; the words stand beside it, so it is hidden from readers. */
export const Icon = ({ name, size = 16, className = '' }: { name: IconName; size?: number; className?: string }) => {
  const shape: Shape = shapes[name]
  return (
    <svg className={`icon ${className}`} style={{ width: size, height: size }} viewBox="0 0 16 16" aria-hidden="true" data-icon={name}>
      {shape.line && (
        <path d={shape.line} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" strokeLinecap={shape.dash ? 'butt' : 'round'} {...(shape.dash ? { strokeDasharray: '2.6 2.2' } : {})} />
      )}
      {shape.fill && <path d={shape.fill} fill="currentColor" fillRule="evenodd" />}
    </svg>
  )
}
