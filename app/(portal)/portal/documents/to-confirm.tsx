import { getTranslations } from 'next-intl/server'
import type { Standing } from '@/lib/portal/papers.queries'

type Paper = { id: string; number: number; standing: Standing }

/** What waits for my word, or that nothing does; and below it what I confirmed and what is over. */
export async function ToConfirm({ papers }: { papers: readonly Paper[] }) {
  const t = await getTranslations('documents')
  const waiting = papers.filter(({ standing }) => standing === 'waiting')
  const earlier = papers.filter(({ standing }) => standing !== 'waiting')
  return (
    <section className="card">
      <h2>{t('toConfirm')}</h2>
      {waiting.length === 0 ? <p className="lead">{t('toConfirmNone')}</p> : waiting.map(line)}
      {earlier.length > 0 && <h3>{t('earlier')}</h3>}
      {earlier.map(line)}
    </section>
  )

  function line({ id, number, standing }: Paper) {
    return (
      <p key={id}>
        <a href={`/portal/documents/${id}`}>{t('paperOf', { number })}</a> · {t(standing)}
      </p>
    )
  }
}
