'use client'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import type { Looked } from './actions'

/** Who may be the same person, masked; only those in one's own scope can be opened. */
export function SamePeople({ people }: { people: NonNullable<Looked['found']> }) {
  const t = useTranslations('people')
  return (
    <Panel title={t('maybeSame')}>
      <p className="text-muted">{t('maybeSameText')}</p>
      <ul className="grid gap-2">
        {people.map((person) => (
          <li
            key={`${person.id}${person.maskedName}${person.phone}`}
            className="flex flex-wrap items-center gap-2 border-b border-line pb-2"
          >
            <b>{person.maskedName}</b>
            <span className="text-muted">{person.phone}</span>
            {person.why.map((why) => (
              <Pill key={why} tone="wait">
                {t(`why.${why}`)}
              </Pill>
            ))}
            <span className="ml-auto">
              {person.id === null ? (
                <span className="text-dense text-muted">{t('elsewhere')}</span>
              ) : (
                <ButtonLink href={`/clients/${person.id}`}>{t('open')}</ButtonLink>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
