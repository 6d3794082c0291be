import { useTranslations } from 'next-intl'
import { limits } from './limits'

/** What the figures cannot say. */
export function LimitsList() {
  const t = useTranslations('analytics')
  return (
    <ul className="list-disc ps-5">
      {limits.map((key) => (
        <li key={key}>{t(`limits.${key}`)}</li>
      ))}
    </ul>
  )
}
