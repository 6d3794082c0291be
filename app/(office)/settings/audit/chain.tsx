import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_ui/button'
import { auditVerify } from '@/lib/audit/queries'
import type { Actor } from '@/lib/core/actor'

/** Whether the chain is as it was written; recomputed when asked for, because it reads every record there is. */
export async function Chain({ actor, isAsked }: { actor: Actor; isAsked: boolean }) {
  const t = await getTranslations('auditPages')
  return (
    <section className="grid gap-2 rounded-m bg-surface p-4 shadow-1">
      <h2 className="text-section font-semibold">{t('chain')}</h2>
      <p className="max-w-[60em] text-muted">{t('chainText')}</p>
      {isAsked ? (
        <State {...(await auditVerify(actor))} />
      ) : (
        <p>
          <ButtonLink href="/settings/audit?check=1">{t('check')}</ButtonLink>
        </p>
      )}
    </section>
  )
}

async function State({ events, firstBad }: { events: number; firstBad: number | null }) {
  const t = await getTranslations('auditPages')
  return firstBad === null ? (
    <p role="status" className="rounded-m bg-ok-bg px-3 py-2 text-ok">
      {t('whole', { count: events })}
    </p>
  ) : (
    <p role="alert" className="rounded-m bg-bad-bg px-3 py-2 text-bad">
      <b>{t('broken', { seq: firstBad })}</b> {t('brokenText')}
    </p>
  )
}
