import { useEffect } from 'react'
import { policySentence } from '../../../core/text/policyWords.ts'
import { installWords } from '../../../core/text/install.ts'
import { useNav } from '../../store/nav.ts'
import { usePolicy } from '../../store/policy.ts'
import { useInstall } from '../../store/install.ts'
import { language, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'

/** Pages and links that are taken out, written where the style sheet sees them. */
const useHiddenPages = (): void => {
  const { policy } = usePolicy()
  const hidden = policy.hiddenMenus?.join(' ') ?? ''
  const fixed = policy.role !== undefined
  useEffect(() => {
    document.documentElement.dataset['hidden'] = hidden
    document.documentElement.toggleAttribute('data-role-fixed', fixed)
  }, [hidden, fixed])
}

const line = (sentences: readonly string[], more: number): string => `${sentences[0] ?? ''}${more > 0 ? t.about.more(more) : ''}`

/** Above everything: that the policy is wrong somewhere, or that installed files are not the signed ones. */
export const PolicyBand = () => {
  useHiddenPages()
  const { problems } = usePolicy()
  const check = useInstall((s) => s.check)
  const bad = check && ['differs', 'forged', 'unlisted'].includes(check.state)
  useEffect(() => useInstall.getState().watch(), [])
  const words = installWords[language]
  const [first] = check && 'differing' in check ? check.differing : []
  const file = first ? t.about.file(words.what[first.what], first.path) : ''
  const said = [...(bad ? [`${words.state[check.state]}${file}`] : []), ...problems.map((one) => policySentence(one, language))]
  if (said.length === 0) return null
  return (
    <section className="band policy-band" aria-label={t.about.title} role="alert" data-policy-band>
      <Mark name={bad ? 'stop' : 'verify'}>{line(said, said.length - 1)}</Mark>
      <span className="grow" />
      <button type="button" className="link under" onClick={() => useNav.getState().go('about')} data-link="about">{t.about.see}</button>
    </section>
  )
}
