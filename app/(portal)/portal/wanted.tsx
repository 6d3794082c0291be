import { getLocale, getTranslations } from 'next-intl/server'
import { dateInWords } from '@/app/_parts/dates'
import { calmly } from '@/lib/portal/calm'

type Request = { id: string; name: string; note: string; deadline: string | null }
type Props = { wanted: readonly Request[]; today: string; isCalm: boolean }

/** What was asked for and is not given, each with the way to its page: also what is not the next thing to do. */
export async function Wanted({ wanted, today, isCalm }: Props) {
  const [t, locale] = [await getTranslations('portal'), await getLocale()]
  if (wanted.length === 0) return null
  return (
    <section className="card">
      <h2>{t('wanted')}</h2>
      <ul className="looks">
        {wanted.map(({ id, name, note, deadline }) => (
          <li key={id}>
            <a href={`/portal/uploads/${id}`}>{t('wantedOne', { name })}</a>
            {note !== '' && ` · ${note}`}
            {deadline !== null && <small>{t(calmly('uploadBy', isCalm), { date: dateInWords(deadline, locale, today) })}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
