import { useTranslations } from 'next-intl'

/** Before a letter goes out: what its paper prints in place of characters, mostly of a name, that no font has. */
export function NotPrinted({ marks }: { marks: readonly string[] }) {
  const t = useTranslations('proposals')
  if (marks.length === 0) return null
  return (
    <p role="status" className="mb-3 rounded-m bg-wait-bg px-3 py-2 text-wait">
      {t('notPrinted', { marks: marks.join(' '), count: marks.length })}
    </p>
  )
}
