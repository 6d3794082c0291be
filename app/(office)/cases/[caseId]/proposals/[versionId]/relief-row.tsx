import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { yuan } from '@/app/_parts/amount'
import type { ReliefType } from '@/db/vocabulary'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import { type Change, type LineDraft, setParam, toggle } from './draft-state'
import { bucketOf, reliefFields, startingParams } from './relief-fields'
import { ReliefParam } from './relief-param'

type Props = {
  type: ReliefType
  sheet: DebtSheet
  line: LineDraft
  isFaulty: boolean
  today: string
  change: (change: Change) => void
}

/** One thing to ask for: a tick, its name, and what goes with it once it is ticked. */
export function ReliefRow({ type, sheet, line, isFaulty, today, change }: Props) {
  const [t, words] = [useTranslations('proposals'), useTranslations('words')]
  const id = useId()
  const isOn = line.on.includes(type)
  const bucket = bucketOf(type)
  const typed = line.params[type] ?? {}
  return (
    <div className={`rounded-m border px-2.5 py-1.5 ${isOn ? 'border-primary bg-primary-tint' : 'border-control bg-surface'}`}>
      <div className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1">
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          onChange={() => change(toggle(sheet.debtId, type, startingParams(type, sheet, today)))}
          className="size-4 accent-[var(--primary)]"
        />
        <label htmlFor={id} className="mr-auto min-h-6 py-0.5">
          {words(`relief.${type}`)}
          {bucket !== undefined && <span className="ml-1 text-meta text-muted">{yuan(sheet.buckets[bucket])}</span>}
        </label>
        {isOn &&
          reliefFields[type].map((field) => (
            <ReliefParam
              key={field.name}
              field={field}
              typed={typed}
              label={`${words(`relief.${type}`)} · ${t(`param.${field.name}`)}`}
              isFaulty={isFaulty}
              set={(param) => change(setParam(sheet.debtId, type, param))}
            />
          ))}
      </div>
      {isFaulty && <p className="text-dense font-medium text-bad">{t('paramFaulty')}</p>}
    </div>
  )
}
