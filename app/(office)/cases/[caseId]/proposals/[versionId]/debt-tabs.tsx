import { useTranslations } from 'next-intl'
import { yuan } from '@/app/_parts/amount'
import type { CivilDate } from '@/lib/platform/dates'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import { leftOut } from '@/lib/proposals/other-notes'
import type { AskedLine } from '@/lib/proposals/work-out'

type Props = {
  sheets: readonly DebtSheet[]
  current: string
  lines: readonly AskedLine[]
  today: CivilDate
  choose: (debtId: string) => void
}

/** The loan notes of the case; each may be part of the proposal or not. One alone needs no choosing. */
export function DebtTabs({ sheets, current, lines, today, choose }: Props) {
  const t = useTranslations('proposals')
  if (sheets.length < 2) return null
  const missing = leftOut(sheets, lines, today)
  const placeOf = (debtId: string) => {
    if (lines.some((line) => line.debtId === debtId)) return 'isAsked'
    return missing.some((sheet) => sheet.debtId === debtId) ? 'isLeftOut' : 'isNotAsked'
  }
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{t('loanNotes')}</legend>
      {sheets.map(({ debtId, contractTail, owed }) => {
        const place = placeOf(debtId)
        return (
          <button
            key={debtId}
            type="button"
            aria-pressed={debtId === current}
            onClick={() => choose(debtId)}
            className="min-h-8 rounded-[6px] border border-control px-2.5 py-1 text-left text-dense aria-pressed:border-primary aria-pressed:bg-primary-tint aria-pressed:font-semibold aria-pressed:text-primary"
          >
            {contractTail === '' ? t('noContractNumber') : t('noteTail', { tail: contractTail })} · {yuan(owed)}
            <span className={`block text-meta font-normal ${place === 'isLeftOut' ? 'text-bad' : 'text-muted'}`}>{t(place)}</span>
          </button>
        )
      })}
    </fieldset>
  )
}
