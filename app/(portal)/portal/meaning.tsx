import { getTranslations } from 'next-intl/server'
import type { TermName } from '@/lib/i18n/messages/glossary'

/** What words nearby mean, a tap away and without scripts, in the sentences of the office's glossary. */
export async function Meaning({ of }: { of: readonly TermName[] }) {
  const t = await getTranslations('glossary')
  return (
    <details className="meaning noprint">
      <summary>
        {t('means')} <span>{of.map((name) => t(`terms.${name}.name`)).join(' · ')}</span>
      </summary>
      <dl>
        {of.map((name) => (
          <div key={name}>
            <dt>{t(`terms.${name}.name`)}</dt>
            <dd>
              {t(`terms.${name}.says`)}
              <small>{t('example', { text: t(`terms.${name}.example`) })}</small>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
