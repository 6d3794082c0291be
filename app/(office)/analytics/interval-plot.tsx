type Props = { rate: number; wilson: readonly [number, number]; label: string }

const width = 220
const x = (share: number) => 8 + share * (width - 16)

/** A rate as a dot on its 95 % interval, from 0 to 100 %; the same numbers stand beside it in words. */
export const IntervalPlot = ({ rate, wilson: [low, high], label }: Props) => (
  <svg width={width} height="20" viewBox={`0 0 ${width} 20`} role="img" aria-label={label} className="block text-primary">
    <line x1={x(0)} x2={x(1)} y1="10" y2="10" stroke="var(--line)" />
    <line x1={x(0.5)} x2={x(0.5)} y1="3" y2="17" stroke="var(--control)" strokeDasharray="2 3" />
    <line x1={x(low)} x2={x(high)} y1="10" y2="10" stroke="currentColor" strokeWidth="2" />
    <path d={`M${x(low)} 6v8M${x(high)} 6v8`} stroke="currentColor" strokeWidth="2" />
    <circle cx={x(rate)} cy="10" r="4.5" fill="currentColor" />
  </svg>
)
