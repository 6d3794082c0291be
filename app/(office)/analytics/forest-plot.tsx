import type { Ratio } from '@/lib/analytics/findings'
import { along, beyond, excludesOne, ticks } from './forest-scale'

const width = 260
const margin = 16
const x = (ratio: number) => margin + along(ratio) * (width - 2 * margin)

/** The scale above the plots, from 0.25 to 4 by doublings. */
export const ForestScale = ({ label }: { label: string }) => (
  <>
    <span className="sr-only">{label}</span>
    <svg width={width} height="18" viewBox={`0 0 ${width} 18`} aria-hidden="true" className="block">
      <g fontSize="12" fill="currentColor" textAnchor="middle">
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y="13">
            {tick}
          </text>
        ))}
      </g>
    </svg>
  </>
)

type Props = { ratio: Ratio & { interval: NonNullable<Ratio['interval']> }; tone: string; label: string }

/**
 * An odds ratio on its interval: a filled square where the interval leaves out 1, a hollow circle where it holds it, and no mark
 * where the ratio itself lies beyond the scale, as the mark would stand at another value.
 */
export function ForestPlot({ ratio, tone, label }: Props) {
  const [low, high] = ratio.interval
  return (
    <svg width={width} height="24" viewBox={`0 0 ${width} 24`} role="img" aria-label={label} className={`block ${tone}`}>
      <line x1={x(1)} x2={x(1)} y1="0" y2="24" stroke="var(--control)" strokeDasharray="2 3" />
      <g stroke="currentColor" strokeWidth="2" fill="none">
        <line x1={x(low)} x2={x(high)} y1="12" y2="12" />
        <path d={endOf(low, -1)} />
        <path d={endOf(high, 1)} />
        {beyond(ratio.estimate) === 0 && <Mark at={x(ratio.estimate)} isSquare={excludesOne(ratio)} />}
      </g>
    </svg>
  )
}

const Mark = ({ at, isSquare }: { at: number; isSquare: boolean }) =>
  isSquare ? (
    <rect x={at - 4} y="8" width="8" height="8" fill="currentColor" />
  ) : (
    <circle cx={at} cy="12" r="5" fill="var(--surface)" />
  )

/** A bar where the interval ends; an arrow head where it runs on beyond the scale; nothing where all of it lies beyond. */
function endOf(limit: number, side: -1 | 1) {
  const end = x(limit)
  const out = beyond(limit)
  if (out === side) return `M${end - 5 * side} 7L${end + 1 * side} 12L${end - 5 * side} 17`
  return out === 0 ? `M${end} 8v8` : ''
}
