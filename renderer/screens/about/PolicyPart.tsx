import { policyFields } from '../../../core/policy/schema.ts'
import { policyFieldTexts, policySentence, policyValue } from '../../../core/text/policyWords.ts'
import { usePolicy } from '../../store/policy.ts'
import { language, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'

/** The policy in force: what is wrong with it, and each setting with where it is fixed. */
export const PolicyPart = () => {
  const { policy, sources, from, problems } = usePolicy()
  const fields = policyFields.filter((field) => policy[field] !== undefined)
  return (
    <section className="panel about-part" aria-label={t.about.policy} data-policy={sources.length}>
      <h2>{t.about.policy}</h2>
      <p className="grey">{sources.length === 0 ? t.about.noPolicy : t.about.policyFrom(sources.map((one) => one.where).join('、'))}</p>
      {problems.length > 0 && <ul className="about-list">{problems.map((one) => <li key={JSON.stringify(one)} data-policy-problem={one.kind}><Mark name="verify">{policySentence(one, language)}</Mark></li>)}</ul>}
      {fields.length > 0 && (
        <dl className="office-facts about-facts">
          {fields.map((field) => (
            <div key={field} data-policy-field={field}>
              <dt>{policyFieldTexts[language].fields[field].name}</dt>
              <dd><Icon name="lock" size={12} /> {policyValue(policy, field, language)}　<span className="grey small">{sources.length > 1 ? from[field]?.where : ''}</span></dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
