import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { openFiling } from '../frame/UnitSwitch.tsx'
import { useFiling } from '../../store/filing.ts'

const open = async (filing: number): Promise<void> => {
  if (await openFiling(filing)) useNav.getState().go('part')
}
const openBare = (): void => {
  useFiling.getState().forget()
  useNav.getState().go('part')
}

/** From a unit to 分工 of its newest year. */
export const PartLink = ({ filing, unit }: { filing: number; unit: string }) => (
  <button type="button" className="link" aria-label={t.part.linkOf(unit)} onClick={() => void open(filing)} data-link="part">{t.part.link}</button>
)

/** From the first start to a part file that somebody gave. */
export const OpenPartLink = () => (
  <button type="button" className="link" onClick={openBare} data-link="part-open"><Icon name="file" />{t.part.openLink}</button>
)
