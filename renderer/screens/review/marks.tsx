import type { ReviewLine } from '../../../core/contract/regulator/review.ts'
import { t } from '../../text/texts.ts'
import type { IconName } from '../../ui/icons/paths.ts'
import { Mark } from '../../ui/Mark.tsx'

type Kind = ReviewLine['marks'][number]
const icons: Readonly<Record<Kind, IconName>> = { error: 'stop', warning: 'verify', explained: 'explained', query: 'query', answered: 'query', outlier: 'info', adjusted: 'pen', altered: 'pen' }
const tones: Readonly<Record<Kind, string>> = { error: '', warning: '', explained: '', query: '', answered: '', outlier: 'c-verify', adjusted: 'c-accent', altered: 'c-verify' }
const worst: readonly Kind[] = ['error', 'altered', 'answered', 'query', 'warning', 'explained', 'outlier', 'adjusted']

/** The worst mark of a line in words; how many more in its title. */
export const LineMark = ({ marks, fresh }: { marks: ReviewLine['marks']; fresh: boolean }) => {
  if (fresh) return <Mark name="query"><b>{t.review.newQuery}</b></Mark>
  const kind = worst.find((one) => marks.includes(one))
  return kind ? <span title={marks.map((one) => t.review.marks[one]).join('、')}><Mark name={icons[kind]} className={tones[kind]}>{t.review.marks[kind]}</Mark></span> : null
}
