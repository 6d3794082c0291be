import { useTranslations } from 'next-intl'
import { useCivilDates } from '@/app/_parts/civil-dates'
import type { Plan } from '@/db/schema/proposals'
import { addMonths, daysBetween } from '@/lib/platform/dates'

const [width, height] = [600, 120]

/** What is still owed over time, before and after; the table above holds the same figures. */
export function PlanLines({ before, after }: { before: Plan; after: Plan }) {
  const [t, civil] = [useTranslations('proposals'), useCivilDates()]
  const first = [before.rows[0]?.due, after.rows[0]?.due].filter((day) => day !== undefined).toSorted()[0]
  const start = first === undefined ? undefined : addMonths(first, -1)
  const end = [before.last, after.last].toSorted().at(-1)
  if (start === undefined || end === undefined || start === end) return null
  const highest = Math.max(...[before, after].map(openAtStart), 1)
  const points = (plan: Plan) => [
    `0,${y(openAtStart(plan), highest)}`,
    ...plan.rows.map(({ due, balance }) => `${x(due, start, end)},${y(Number.parseInt(balance, 10), highest)}`),
  ]
  return (
    <figure className="grid gap-1 rounded-m bg-surface p-3 shadow-1">
      <figcaption className="flex flex-wrap gap-4 text-meta text-muted">
        <span>{t('balanceOverTime')}</span>
        <span className="text-wait">┄ {t('beforePlan')}</span>
        <span className="text-primary">━ {t('afterPlan')}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="h-28 w-full"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('balanceOverTime')}
      >
        <polyline
          points={points(before).join(' ')}
          className="fill-none stroke-wait"
          strokeWidth="2"
          strokeDasharray="4 4"
          vectorEffect="non-scaling-stroke"
        />
        <polyline
          points={points(after).join(' ')}
          className="fill-none stroke-primary"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className="flex justify-between text-meta text-muted">
        <span>{civil.inText(start)}</span>
        <span>{civil.inText(end)}</span>
      </div>
    </figure>
  )
}

// A picture of amounts, whole yuan are enough; nothing is worked out from it.
const openAtStart = ({ rows: [first] }: Plan) =>
  first === undefined ? 0 : Number.parseInt(first.balance, 10) + Number.parseInt(first.principal, 10)

const x = (day: string, start: string, end: string) => Math.round((daysBetween(start, day) / daysBetween(start, end)) * width)
const y = (amount: number, highest: number) => Math.round(height - 4 - (amount / highest) * (height - 8))
