import { getTranslations } from 'next-intl/server'

/** The way back to the one next thing. */
export async function BackHome() {
  const t = await getTranslations('portal')
  return (
    <p>
      <a href="/portal">← {t('back')}</a>
    </p>
  )
}
