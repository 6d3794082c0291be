import { getTranslations } from 'next-intl/server'
import { setupIsOpen } from '@/lib/core/accounts.queries'
import { SetUpForm } from './set-up-form'

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('setupTitle') }
}

/** Where a new installation begins: four things and a password. Shut once an office exists. */
export default async function SetUpPage() {
  const t = await getTranslations('signIn')
  if (!(await setupIsOpen())) return <Closed />
  return (
    <section className="grid gap-4 rounded-panel bg-surface p-6 shadow-1">
      <h1 className="text-title font-semibold">{t('setupTitle')}</h1>
      <p className="text-ink-2">{t('setupLead')}</p>
      <SetUpForm />
    </section>
  )
}

async function Closed() {
  const t = await getTranslations('signIn')
  return (
    <section className="grid gap-3 rounded-panel bg-surface p-6 shadow-1">
      <h1 className="text-title font-semibold">{t('setupTitle')}</h1>
      <p>{t('closed')}</p>
      <p>
        <a className="text-primary underline" href="/sign-in">
          {t('title')}
        </a>
      </p>
    </section>
  )
}
