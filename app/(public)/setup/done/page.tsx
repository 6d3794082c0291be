import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_ui/button'
import { requireStaff } from '@/lib/core/session'
import { LoadDemo } from './load-demo'

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('readyTitle') }
}

/** The office exists: begin, or look at an example first. */
export default async function ReadyPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('signIn')]
  return (
    <section className="grid gap-4 rounded-panel bg-surface p-6 shadow-1">
      <h1 className="text-title font-semibold">{t('readyTitle')}</h1>
      <p className="text-ink-2">{t('readyLead', { organisation: actor.organisationName })}</p>
      <ButtonLink look="primary" href="/clients/new" className="min-h-11">
        {t('fromBlank')}
      </ButtonLink>
      <LoadDemo />
    </section>
  )
}
