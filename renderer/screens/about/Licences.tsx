import { Modal } from 'antd'
import { useState } from 'react'
import type { Licence } from '../../../core/contract/about.ts'
import { call } from '../../api.ts'
import { t } from '../../text/texts.ts'

/** A link to the licences of what the program is made of. */
export const Licences = () => {
  const [list, setList] = useState<readonly Licence[] | null>(null)
  const open = async (): Promise<void> => {
    const answer = await call('about.licences', {})
    setList(answer.ok ? answer.value : [])
  }
  return (
    <>
      <button type="button" className="link" onClick={() => void open()} data-licences>{t.about.licences}</button>
      <Modal title={t.about.licences} open={list !== null} centered width={720} footer={null} onCancel={() => setList(null)}>
        <div className="about-licences" tabIndex={0} role="group" aria-label={t.about.licences}>
          {list?.length === 0 && <p>{t.about.noLicences}</p>}
          {list?.map((one) => <details key={`${one.name}@${one.version}`}><summary>{one.name} {one.version}　<span className="grey">{one.licence}</span></summary><pre>{one.text}</pre></details>)}
        </div>
      </Modal>
    </>
  )
}
