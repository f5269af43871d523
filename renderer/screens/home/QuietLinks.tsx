import { switchWorkFile } from '../frame/SampleBand.tsx'
import { useApp } from '../../store/app.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'

const asRegulator = async (): Promise<void> => {
  await useApp.getState().change({ role: 'regulator' })
  useNav.getState().go('verify')
}

/** 看示例单位, 我是监管部门. */
export const QuietLinks = () => (
  <>
    <button type="button" className="link" data-link="samples" onClick={() => void switchWorkFile('samples')}><Icon name="info" />{t.home.seeSamples}</button>
    <button type="button" className="link" data-link="regulator" onClick={() => void asRegulator()}><Icon name="check" />{t.home.regulator}</button>
  </>
)
