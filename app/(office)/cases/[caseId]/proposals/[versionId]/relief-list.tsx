import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { yuan } from '@/app/_parts/amount'
import { TermLine } from '@/app/_parts/financial-term'
import { SelectField } from '@/app/_ui/field'
import { type ReliefType, reliefTypes, treatments } from '@/db/vocabulary'
import { type DebtSheet, missingTerms } from '@/lib/proposals/debt-sheet'
import { choosesTreatment } from '@/lib/proposals/treatment'
import { type Change, type Draft, lineOf, setTreatment } from './draft-state'
import { firstReliefs } from './relief-fields'
import { ReliefRow } from './relief-row'

type Props = {
  sheet: DebtSheet
  draft: Draft
  faulty: readonly ReliefType[]
  today: string
  change: (change: Change) => void
}

/** What is asked for one loan note: the usual requests at once, the others a click away. */
export function ReliefList({ sheet, draft, faulty, today, change }: Props) {
  const [t, words] = [useTranslations('proposals'), useTranslations('words')]
  const line = lineOf(draft, sheet.debtId)
  const first = firstReliefs(sheet)
  const others = reliefTypes.filter((type) => !first.includes(type))
  const shown = [...first, ...others.filter((type) => line.on.includes(type))]
  const hidden = others.filter((type) => !line.on.includes(type))
  const row = (type: ReliefType) => (
    <ReliefRow key={type} type={type} sheet={sheet} line={line} isFaulty={faulty.includes(type)} today={today} change={change} />
  )
  return (
    <section className="grid gap-2">
      <h2 className="text-section font-semibold">{t('reliefs')}</h2>
      <TermLine of={['extension', 'waiver', 'lumpSum']} />
      <MissingTerms sheet={sheet} />
      <div className="grid gap-1.5">{shown.map(row)}</div>
      <details>
        <summary className="min-h-6 cursor-pointer text-primary">{t('moreReliefs', { count: hidden.length })}</summary>
        <div className="mt-2 grid gap-1.5">{hidden.map(row)}</div>
      </details>
      {choosesTreatment(line.on, sheet) && (
        <SelectField
          label={t('treatment')}
          hint={t('treatmentHint')}
          value={line.treatment}
          onChange={(event) => {
            const chosen = treatments.find((treatment) => treatment === event.target.value)
            if (chosen !== undefined) change(setTreatment(sheet.debtId, chosen))
          }}
          options={treatments.map((value) => ({ value, label: words(`treatment.${value}`) }))}
        />
      )}
      <p className="text-dense text-muted">{t('owedOnNote', { amount: yuan(sheet.owed) })}</p>
    </section>
  )
}

/** Without these facts nothing can be worked out for this loan note. */
function MissingTerms({ sheet }: { sheet: DebtSheet }) {
  const t = useTranslations('proposals')
  const missing = missingTerms(sheet)
  if (missing.length === 0) return null
  return (
    <p role="alert" className="rounded-m bg-bad-bg px-3 py-2 text-bad">
      {t('termsMissing', { terms: missing.map((term) => t(`term.${term}`)).join(t('and')) })}{' '}
      <Link href="../money" className="underline">
        {t('fillTerms')}
      </Link>
    </p>
  )
}
