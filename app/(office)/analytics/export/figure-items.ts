import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import type { AnalyticsView } from '@/lib/analytics/view'
import type { PaperBlock } from '@/lib/platform/paper'
import { percent, range } from '../in-figures'

type Item = Extract<PaperBlock, { kind: 'figures' }>['items'][number]
type Say = Awaited<ReturnType<typeof getTranslations<'analytics'>>>

/** The four figures on top: each with its interval or its n, none without. */
export async function figureItems({ rate, bounds, figures }: AnalyticsView): Promise<Item[]> {
  const t = await getTranslations('analytics')
  const { answer, change, kept } = figures
  return [
    { label: t('rate'), value: shareText(rate), lines: rateLines({ rate, bounds }, t) },
    {
      label: t('median'),
      value: answer?.median == null ? '—' : t('days', { days: answer.median }),
      lines: answerLines(answer, t),
    },
    {
      label: t('change'),
      value: change === null ? '—' : yuan(change.median),
      lines: [change === null ? t('tooFewYet') : t('ofApproved', { n: change.n })],
    },
    {
      label: t('kept'),
      value: shareText(kept),
      lines: [kept === null ? t('tooFewYet') : t('keptText', { range: range(kept.wilson), n: kept.n })],
    },
  ]
}

const shareText = (rate: { estimate: number | null } | null) => (rate?.estimate == null ? '—' : percent(rate.estimate))

function rateLines({ rate, bounds }: Pick<AnalyticsView, 'rate' | 'bounds'>, t: Say): string[] {
  if (rate === null) return [t('hidden')]
  const past = rate.imported === null ? [t('importedFew')] : [t('importedText', { n: rate.imported })]
  return [
    t('interval', { range: range(rate.wilson) }),
    ...(rate.imported === 0 ? [] : past),
    ...(bounds === null ? [] : [t('bounds', { range: range(bounds) })]),
  ]
}

function answerLines(answer: AnalyticsView['figures']['answer'], t: Say): string[] {
  const [from, to] = answer?.interval ?? [null, null]
  const shares = (answer?.shares ?? []).map(({ day, approved, refused, withdrawn }) =>
    t('answered', { day, approved: percent(approved), refused: percent(refused), withdrawn: percent(withdrawn) }),
  )
  const interval = from === null ? [] : [t('answerInterval', { from, to: to ?? '…' })]
  const undated = answer === null || answer.undated === 0 ? [] : [t('answerUndated', { n: answer.undated })]
  return [...interval, t(answer?.isWithheld ? 'answerWithheld' : 'ofWaiting'), ...undated, ...shares]
}
