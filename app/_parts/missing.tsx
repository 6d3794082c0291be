import { getTranslations } from 'next-intl/server'

/** What a missing page says: what may be the case, and where to go on. */
export async function Missing() {
  const t = await getTranslations('failures')
  return (
    <section className="grid justify-items-start gap-3 p-5">
      <title>{t('missingTitle')}</title>
      <h1 className="text-title font-semibold">{t('missingTitle')}</h1>
      <p className="max-w-[38em] text-ink-2">{t('missingText')}</p>
      <p>
        <a className="text-primary underline" href="/">
          {t('home')}
        </a>
      </p>
    </section>
  )
}
