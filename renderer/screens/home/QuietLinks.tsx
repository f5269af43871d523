import { switchWorkFile } from '../frame/SampleBand.tsx'
import { takeRole } from '../office/role.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'

/** 看示例单位, 我是监管部门. */
export const QuietLinks = () => (
  <>
    <button type="button" className="link" data-link="samples" onClick={() => void switchWorkFile('samples')}><Icon name="info" />{t.home.seeSamples}</button>
    <button type="button" className="link" data-link="regulator" onClick={() => void takeRole('regulator')}><Icon name="check" />{t.home.regulator}</button>
  </>
)
