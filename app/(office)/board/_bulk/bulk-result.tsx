'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { toldOf } from '../api'
import { counted, type Outcome } from './run'

type Props = {
  outcomes: readonly Outcome[]
  /** How many were meant. */
  total: number
  onRetry: () => void
  onUndo: (() => void) | undefined
  onClose: () => void
}

/** What came of it: how many, and each that failed with its reason and the way to it. */
export function BulkResult({ outcomes, total, onRetry, onUndo, onClose }: Props) {
  const t = useTranslations('bulk')
  const { done, same, failed } = counted(outcomes)
  const left = total - outcomes.length
  return (
    <>
      <ul role="status" className="grid gap-1">
        <li className="font-medium text-ok">{t('result.done', { count: done })}</li>
        {same > 0 && <li className="text-muted">{t('result.same', { count: same })}</li>}
        {left > 0 && <li className="text-muted">{t('result.left', { count: left })}</li>}
        {failed.length > 0 && <li className="font-medium text-bad">{t('result.failed', { count: failed.length })}</li>}
      </ul>
      {failed.length > 0 && (
        <ul className="grid max-h-60 gap-1 overflow-y-auto rounded-m bg-sunken p-3 text-dense">
          {failed.map((outcome) => (
            <li key={outcome.card.id} className="flex flex-wrap items-baseline gap-x-2">
              <Link href={`/cases/${outcome.card.id}`} className="text-primary">
                {outcome.card.name} {outcome.card.no}
              </Link>
              <Why outcome={outcome} />
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {failed.length > 0 && <Button onClick={onRetry}>{t('retry')}</Button>}
        {done > 0 && onUndo !== undefined && <Button onClick={onUndo}>{t('undo')}</Button>}
        <Button look="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </>
  )
}

function Why({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('bulk.why')
  if (outcome.kind === 'lost') return <span>{t('lost')}</span>
  if (outcome.kind !== 'refused') return null
  const known = (['conflict', 'no_before'] as const).find((code) => code === outcome.problem.code)
  return <span>{known === undefined ? toldOf(outcome.problem) : t(known)}</span>
}
