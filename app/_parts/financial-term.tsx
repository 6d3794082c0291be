import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { Term } from '@/app/_ui/term'
import type { TermName } from '@/lib/i18n/messages/glossary'

/** A term of the glossary where it heads a column, a figure or a field; without children, as the glossary calls it. */
export function FinancialTerm({ of, children }: { of: TermName; children?: ReactNode }) {
  const t = useTranslations('glossary')
  const name = t(`terms.${of}.name`)
  return (
    <Term name={name} says={t(`terms.${of}.says`)} example={t('example', { text: t(`terms.${of}.example`) })}>
      {children ?? name}
    </Term>
  )
}

/** The terms of a part of a page whose labels have no room for an explanation of their own. */
export function TermLine({ of }: { of: readonly TermName[] }) {
  const t = useTranslations('glossary')
  return (
    <p className="text-dense text-muted no-print">
      {t('wordsHere')}
      {of.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ' · '}
          <FinancialTerm of={name} />
        </Fragment>
      ))}
    </p>
  )
}
