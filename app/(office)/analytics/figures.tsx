import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { FinancialTerm } from '@/app/_parts/financial-term'
import type { AnalyticsView } from '@/lib/analytics/view'
import { percent, range } from './in-figures'

/** The four figures on top: each with its interval or its n, none without. */
export async function Figures({ view: { rate, bounds, figures } }: { view: AnalyticsView }) {
  const t = await getTranslations('analytics')
  const { change, kept } = figures
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <Figure label={t('rate')} value={shareText(rate)}>
        {rate === null ? (
          t('hidden')
        ) : (
          <FinancialTerm of="confidenceInterval">{t('interval', { range: range(rate.wilson) })}</FinancialTerm>
        )}
        {rate !== null && rate.imported !== 0 && (
          <span className="block">{rate.imported === null ? t('importedFew') : t('importedText', { n: rate.imported })}</span>
        )}
        {bounds !== null && <span className="block">{t('bounds', { range: range(bounds) })}</span>}
      </Figure>
      <Answer answer={figures.answer} />
      <Figure label={t('change')} value={change === null ? '—' : yuan(change.median)}>
        {change === null ? t('tooFewYet') : t('ofApproved', { n: change.n })}
      </Figure>
      <Figure label={t('kept')} value={shareText(kept)}>
        {kept === null ? t('tooFewYet') : t('keptText', { range: range(kept.wilson), n: kept.n })}
      </Figure>
    </div>
  )
}

async function Answer({ answer }: { answer: AnalyticsView['figures']['answer'] }) {
  const t = await getTranslations('analytics')
  const [from, to] = answer?.interval ?? [null, null]
  return (
    <Figure label={t('median')} value={answer?.median == null ? '—' : t('days', { days: answer.median })}>
      {from !== null && t('answerInterval', { from, to: to ?? '…' })}
      <span className="block">{t(answer?.isWithheld ? 'answerWithheld' : 'ofWaiting')}</span>
      {answer !== null && answer.undated > 0 && <span className="block">{t('answerUndated', { n: answer.undated })}</span>}
      {answer?.shares.map(({ day, approved, refused, withdrawn }) => (
        <span key={day} className="block">
          {t('answered', { day, approved: percent(approved), refused: percent(refused), withdrawn: percent(withdrawn) })}
        </span>
      ))}
    </Figure>
  )
}

const shareText = (rate: { estimate: number | null } | null) => (rate?.estimate == null ? '—' : percent(rate.estimate))

const Figure = ({ label, value, children }: { label: string; value: string; children: React.ReactNode }) => (
  <section className="grid content-start gap-1 rounded-m bg-surface px-4 py-3 shadow-1">
    <h2 className="text-meta text-muted">{label}</h2>
    <p className="text-figure font-semibold">{value}</p>
    <p className="text-dense text-muted">{children}</p>
  </section>
)
