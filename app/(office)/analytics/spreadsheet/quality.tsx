import { useTranslations } from 'next-intl'
import type { ModelResult } from '@/lib/analysis/result'
import { Deciles } from '../deciles'
import { area, odds, score } from '../in-figures'

/** How well the model tells cases it had not seen; what it tells of its own is not shown, as it flatters. */
export function Quality({ model: { auc, brier, calibration, deciles } }: { model: ModelResult }) {
  const t = useTranslations('analytics')
  if (auc?.outOfSample == null || brier?.outOfSample == null || calibration?.slopeInterval == null) return null
  const [low, high] = calibration.slopeInterval
  const told = area(auc.outOfSample, auc.outOfSampleDelong)
  const figures = { auc: told, brier: score(brier.outOfSample), plain: score(brier.null), intercept: odds(calibration.intercept) }
  return (
    <>
      <p className="text-dense text-muted">
        {t('quality', { ...figures, slope: odds(calibration.slope ?? 0), low: odds(low), high: odds(high) })}
        {brier.outOfSample >= brier.null && ` ${t('noBetter')}`}
      </p>
      <Deciles deciles={deciles} />
    </>
  )
}
