import { useTranslations } from 'next-intl'
import type { ReliefField } from './relief-fields'

type Props = {
  field: ReliefField
  typed: Record<string, string>
  label: string
  isFaulty: boolean
  set: (param: Record<string, string>) => void
}

const box = 'min-h-7 rounded-[6px] border border-control bg-surface px-2 text-right aria-invalid:border-bad'

/** The input of one parameter, small enough to stand behind the relief's name. */
export function ReliefParam({ field: { name, kind }, typed, label, isFaulty, set }: Props) {
  const t = useTranslations('proposals')
  const common = {
    'aria-label': label,
    'aria-invalid': isFaulty || undefined,
    value: typed[name] ?? '',
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  }
  switch (kind) {
    case 'date':
      return <input {...common} type="date" className={`${box} w-36`} />
    case 'text':
      return <textarea {...common} rows={2} className={`${box} w-full text-left`} />
    case 'interest':
      return (
        <select {...common} className={`${box} text-left`}>
          <option value="accrues">{t('interestAccrues')}</option>
          <option value="waived">{t('interestWaived')}</option>
        </select>
      )
    case 'share':
      return <Share common={common} unit={typed['unit'] ?? 'percent'} label={label} set={set} />
    default:
      return (
        <span className="flex items-center gap-1">
          <input
            {...common}
            inputMode={kind === 'count' ? 'numeric' : 'decimal'}
            autoComplete="off"
            className={`${box} ${kind === 'count' ? 'w-16' : 'w-28'}`}
          />
          <span className="text-meta text-muted">{t(`unit.${unitOf(name, kind)}`)}</span>
        </span>
      )
  }
}

const unitOf = (name: string, kind: 'count' | 'money' | 'percent') =>
  kind === 'money' ? 'yuan' : kind === 'percent' ? 'perDay' : name === 'dueDay' ? 'day' : 'periods'

type ShareProps = {
  common: object
  unit: string
  label: string
  set: (param: Record<string, string>) => void
}

/** How much is to be waived, as a percentage or as an amount. */
function Share({ common, unit, label, set }: ShareProps) {
  const t = useTranslations('proposals')
  return (
    <span className="flex items-center gap-1">
      <input {...common} inputMode="decimal" autoComplete="off" className={`${box} w-24`} />
      <select
        aria-label={`${label} · ${t('param.unit')}`}
        value={unit}
        onChange={(event) => set({ unit: event.target.value })}
        className={`${box} px-1`}
      >
        <option value="percent">%</option>
        <option value="amount">{t('unit.yuan')}</option>
      </select>
    </span>
  )
}
