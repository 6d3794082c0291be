import { useTranslations } from 'next-intl'
import type { Finding } from '@/lib/letters/lint'

type Props = { blocking: readonly Finding[]; inCase: readonly Finding[] }

/** What has to be changed before publishing, and what else would keep the letter of the chosen case from being sent. */
export function Checks({ blocking, inCase }: Props) {
  const t = useTranslations('templates')
  const sentence = useSentence()
  const all = [...blocking.map(blocks), ...inCase.map(isHere)].map((one, index) => ({ place: `${index}`, ...one }))
  return (
    <section aria-label={t('checks')} aria-live="polite" className="grid gap-1 rounded-m bg-surface p-3 shadow-1">
      <h2 className="text-section font-semibold">{t('checks')}</h2>
      {blocking.length === 0 ? (
        <p className="text-ok">{t('clean')}</p>
      ) : (
        <p className="font-medium text-bad">{t('problems', { count: blocking.length })}</p>
      )}
      <ul className="grid gap-0.5 text-dense">
        {all.map(({ place, finding, isOnlyHere }) => (
          <li key={place} className={isOnlyHere ? 'text-wait' : 'text-bad'}>
            {finding.part && `${t(`parts.${finding.part}`)} · `}
            {isOnlyHere && `${t('onCase')} · `}
            {sentence(finding)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const blocks = (finding: Finding) => ({ finding, isOnlyHere: false })
const isHere = (finding: Finding) => ({ finding, isOnlyHere: true })

/** A finding in words. */
export function useSentence() {
  const t = useTranslations('templates')
  return ({ code, word, line = 1 }: Finding) => t(`finding.${code}`, { word, line })
}
