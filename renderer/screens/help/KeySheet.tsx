import { t } from '../../text/texts.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { keySheet } from './keySheet.ts'
import type { KeyPart } from './keySheet.ts'

const shown = (key: string): string => (key === 'wheel' ? t.help.keys.wheel : key)

/** Every key and what it does. */
export const KeySheet = () => (
  <div className="help-text">
    {(Object.keys(keySheet) as KeyPart[]).map((part) => (
      <section key={part}>
        <h3>{t.help.keys.parts[part]}</h3>
        <table className="help-keys">
          <tbody>
            {keySheet[part].map(({ id, keys }) => (
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
