import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { yuan } from '@/app/_parts/amount'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { FinancialTerm } from '@/app/_parts/financial-term'
import { Button } from '@/app/_ui/button'
import { type Goal, monthsBetweenEnds, reliefFor } from '@/lib/offers/solve-for'
import { money, parseMoney, toText } from '@/lib/platform/money'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import type { WorkedLine } from '@/lib/proposals/work-out'
import { answerGoal, type Change, reliefOf } from './draft-state'

type Props = { sheet: DebtSheet; line: WorkedLine; from: string; change: (change: Change) => void }

/** Instalment, total and end; each can be named, and the other two follow. */
export function KeyFigures({ sheet, line, from, change }: Props) {
  const [t, civil] = [useTranslations('proposals'), useCivilDates()]
  const solve = (goal: Goal, wanted: string) => {
    const others = line.reliefs.filter(({ type }) => !aboutLength.has(type))
    const relief = reliefFor(goal, wanted, { sheet, others, from })
    const isValid = relief !== undefined && reliefOf(relief.type, textsOf(relief)) !== undefined
    if (isValid) change(answerGoal(sheet.debtId, relief))
    return isValid
  }
  const less = money(line.instalmentBefore).minus(money(line.instalment))
  const saving = money(line.before.total).minus(money(line.after.total))
  const months = monthsBetweenEnds(line.before.last, line.after.last)
  return (
    <div className="@container">
      <div className="grid gap-2.5 @md:grid-cols-3">
        <Figure
          goal="instalment"
          label={<FinancialTerm of="monthly">{t('instalment')}</FinancialTerm>}
          value={yuan(line.instalment)}
          start={line.instalment}
          solve={solve}
        >
          <Against
            isGood={less.gte('0')}
            text={t(less.isZero() ? 'asMuchAMonth' : less.gt('0') ? 'lessAMonth' : 'moreAMonth', {
              amount: yuan(toText(less.abs())),
            })}
          />
        </Figure>
        <Figure goal="total" label={t('totalPaid')} value={yuan(line.after.total)} start={line.after.total} solve={solve}>
          <Against
            isGood={saving.gte('0')}
            text={t(saving.isZero() ? 'paysAsMuch' : saving.gt('0') ? 'paysLess' : 'paysMore', {
              amount: yuan(toText(saving.abs())),
            })}
          />
        </Figure>
        <Figure
          goal="periods"
          label={t('ends')}
          value={civil.inMonths(line.after.last)}
          start={String(line.after.rows.length)}
          solve={solve}
        >
          <Against
            isGood={months <= 0}
            text={t('endsAfter', {
              count: line.after.rows.length,
              against: t(comparedEnd(months), { months: Math.abs(months) }),
            })}
          />
        </Figure>
      </div>
    </div>
  )
}

const comparedEnd = (months: number) => (months > 0 ? 'later' : months < 0 ? 'sooner' : 'sameEnd')

const aboutLength: ReadonlySet<string> = new Set(['TERM_EXTENSION', 'INSTALMENT_PLAN', 'LOWER_INSTALMENT'])

const textsOf = ({ type: _, ...params }: { type: string } & Record<string, string | number | undefined>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))

const Against = ({ isGood, text }: { isGood: boolean; text: string }) => (
  <p className={`text-meta font-medium ${isGood ? 'text-ok' : 'text-wait'}`}>{text}</p>
)

type FigureProps = {
  goal: Goal
  label: ReactNode
  value: string
  start: string
  solve: (goal: Goal, wanted: string) => boolean
  children: ReactNode
}

/** A figure that becomes an input when it is pressed. */
function Figure({ goal, label, value, start, solve, children }: FigureProps) {
  const t = useTranslations('proposals')
  const [typed, setTyped] = useState<string>()
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const done = typed !== undefined && solve(goal, plain(goal, typed))
    setWrong(!done)
    if (done) setTyped(undefined)
  }
  return (
    <div className="grid content-start gap-0.5 rounded-m bg-surface px-3 py-2.5 shadow-1">
      <p className="text-meta text-muted">{label}</p>
      {typed === undefined ? (
        <button
          type="button"
          title={t('solveFor')}
          onClick={() => setTyped(start)}
          className="min-h-7 justify-self-start border-b border-dotted border-control text-left text-[20px] leading-7 font-semibold"
        >
          {value}
          <span className="sr-only"> {t('solveFor')}</span>
        </button>
      ) : (
        <form onSubmit={submit} className="flex items-center gap-1">
          <input
            aria-label={t(`goal.${goal}`)}
            aria-invalid={isWrong || undefined}
            // The input takes the place of the button that was just pressed.
            ref={focus}
            inputMode="decimal"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setTyped(undefined)}
            className="min-h-7 w-full min-w-0 rounded-[6px] border border-control bg-surface px-2 text-right aria-invalid:border-bad"
          />
          <Button type="submit" className="px-2">
            {t('apply')}
          </Button>
        </form>
      )}
      {isWrong && typed !== undefined ? <p className="text-meta font-medium text-bad">{t('cannotSolve')}</p> : children}
    </div>
  )
}

const focus = (input: HTMLInputElement | null) => input?.select()

function plain(goal: Goal, typed: string): string {
  if (goal === 'periods') return typed.normalize('NFKC').trim()
  const amount = parseMoney(typed)
  return amount === undefined ? '' : toText(amount)
}
