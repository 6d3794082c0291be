import { useTranslations } from 'next-intl'

/** What is seen and downloaded here is less than the letter, and who opens the rest. */
export function ExtractNote() {
  const t = useTranslations('proposals')
  return <p className="rounded-m bg-wait-bg px-3 py-2.5 text-wait">{t('extract')}</p>
}
