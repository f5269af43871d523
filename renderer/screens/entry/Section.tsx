import type { ReactNode } from 'react'
import { Icon } from '../../ui/icons/Icon.tsx'
import type { IconName } from '../../ui/icons/paths.ts'

/** One section of the panel. */
export const Section = ({ id, icon, title, aside, children }: { id: string; icon?: IconName; title: string; aside?: ReactNode; children: ReactNode }) => (
  <section className="panel-section" id={id} tabIndex={-1} aria-label={title}>
    <div className="panel-title">{icon && <Icon name={icon} className="grey" />}<h2>{title}</h2><span className="grow" />{aside}</div>
    {children}
  </section>
)
