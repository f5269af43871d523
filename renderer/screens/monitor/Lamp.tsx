import type { Lamp } from '../../../core/contract/regulator/watch.ts'
import { t } from '../../text/texts.ts'

const shapes: Readonly<Record<Lamp, string>> = { reached: '', normal: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2Z', slow: 'M8 2 14.6 13.6H1.4Z', behind: 'M2.6 2.6h10.8v10.8H2.6Z', none: '' }
const tones: Readonly<Record<Lamp, string>> = { reached: 'c-done', normal: 'c-done', slow: 'c-verify', behind: 'c-stop', none: 'grey' }

/** A lamp: shape, words, colour. */
export const LampMark = ({ lamp, count }: { lamp: Lamp; count?: number }) => (
  <span className={`mark ${tones[lamp]}`} data-lamp={lamp}>
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      {lamp === 'reached' && <path d="M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7ZM5.2 8.1 7.2 10.1 10.9 6.3" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />}
      {lamp === 'none' && <path d="M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7Z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.6 2.2" />}
      {shapes[lamp] && <path d={shapes[lamp]} fill="currentColor" />}
    </svg>
    <b>{t.monitor.lamps[lamp]}{count === undefined ? '' : ` ${count}`}</b>
  </span>
)
