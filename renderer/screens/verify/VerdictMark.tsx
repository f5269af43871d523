import type { Verdict, Verification } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import type { IconName } from '../../ui/icons/paths.ts'
import { Mark } from '../../ui/Mark.tsx'

/** A verdict, or the state of a file that was not read. */
export type Kind = Verdict | 'quarantined'

/** In the order in which they are counted. */
export const kinds: readonly Kind[] = ['sealed', 'resaved', 'altered', 'unsealed', 'foreign', 'damaged', 'quarantined']

/** Verdict or quarantine. */
export const kindOf = (verification: Verification): Kind => verification.verdict ?? 'quarantined'

/** Shape and tone of every verdict. */
export const looks: Readonly<Record<Kind, { readonly icon: IconName; readonly tone: string }>> = {
  sealed: { icon: 'ribbon', tone: 'c-done' },
  resaved: { icon: 'swap', tone: 'c-done' },
  altered: { icon: 'pen', tone: 'c-verify' },
  unsealed: { icon: 'unlock', tone: 'grey-2' },
  foreign: { icon: 'sheetX', tone: 'grey-2' },
  damaged: { icon: 'torn', tone: 'c-stop' },
  quarantined: { icon: 'boxX', tone: 'c-stop' },
}

/** The words of a verdict, with the number of changed values. */
export const verdictWords = (verification: Verification): string => {
  const kind = kindOf(verification)
  return kind === 'altered' ? t.verdict.altered(verification.changed.length) : t.verdict[kind]
}

/** A verdict as icon and words. */
export const VerdictMark = ({ verification, strong = true }: { verification: Verification; strong?: boolean }) => {
  const { icon, tone } = looks[kindOf(verification)]
  const words = verdictWords(verification)
  return <span data-verdict={kindOf(verification)}><Mark name={icon} className={tone}>{strong ? <b>{words}</b> : words}</Mark></span>
}
