import type { Settings } from '../../../core/contract.ts'
import { useApp } from '../../store/app.ts'
import { t } from '../../text/texts.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { keysFor } from './keySheet.ts'

const shown = (key: string): string => (key === 'wheel' ? t.help.keys.wheel : key)

const Sheet = ({ role }: { role: Settings['role'] }) => (
  <div className="help-text">
    {keysFor(role).map(({ part, lines }) => (
      <section key={part}>
        <h3>{t.help.keys.parts[part]}</h3>
        <table className="help-keys">
          <tbody>
            {lines.map(({ id, keys }) => (
              <tr key={id} data-key={id}>
                <th scope="row">{keys.map((key) => <Kbd key={key}>{shown(key)}</Kbd>)}</th>
                <td>{t.help.keys.words[id]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    ))}
  </div>
)

/** Every key that whoever is here has, and what it does. */
export const KeySheet = () => <Sheet role={useApp((s) => s.state?.settings.role) === 'regulator' ? 'regulator' : 'agency'} />
