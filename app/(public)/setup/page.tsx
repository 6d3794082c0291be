import { getTranslations } from 'next-intl/server'
import { setupIsOpen } from '@/lib/core/accounts.queries'
import { Masthead } from '../masthead'
import { SetUpForm } from './set-up-form'

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('setupTitle') }
}

/** Where a new installation begins. Shut once an office exists. */
export default async function SetUpPage() {
  const [t, isOpen] = [await getTranslations('signIn'), await setupIsOpen()]
  return (
    <>
      <Masthead here="/setup" />
      <section className="grid gap-4 rounded-panel bg-surface p-6 shadow-1">
        <h1 className="text-title font-semibold">{t('setupTitle')}</h1>
        <p className="text-ink-2">{isOpen ? t('setupLead') : t('closed')}</p>
        {isOpen && <SetUpForm />}
      </section>
      <p>
        <a className="text-primary underline" href="/sign-in">
          {isOpen ? t('haveAccount') : t('title')}
        </a>
      </p>
    </>
  )
}
