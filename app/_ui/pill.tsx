import type { ReactNode } from 'react'

const tones = {
  primary: 'bg-primary-tint text-primary',
  wait: 'bg-wait-bg text-wait',
  talk: 'bg-talk-bg text-talk',
  ok: 'bg-ok-bg text-ok',
  bad: 'bg-bad-bg text-bad',
  info: 'bg-info-bg text-info',
  neutral: 'bg-neutral-bg text-neutral',
} as const

export type Tone = keyof typeof tones

/** A short word with a colour that repeats its meaning, never carries it alone. */
export const Pill = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`inline-block w-fit rounded-chip px-1.5 whitespace-nowrap text-meta font-medium ${tones[tone]}`}>
    {children}
  </span>
)
