/** Something that happened at a moment; `leadsTo` says what follows from it, where that is known only afterwards. */
export type Step = { at: Date; act(now: Date): Promise<unknown>; leadsTo?(): Promise<readonly Step[]> }

/** What happened on one case. Stories of one lane are never told at the same time. */
export type Story = { lane: string; steps: readonly Step[] }

/**
 * Tells many stories as they happened beside each other: whatever comes first in time is told first, on several lanes at
 * once. A colleague's cases are one lane, because kept counters are per owner and two at a time would wait for each other.
 */
export async function tellAll(stories: readonly Story[]) {
  const waiting = new Set<Story>(stories.map(({ lane, steps }) => ({ lane, steps: inOrder(steps) })).filter(hasMore))
  const running = new Map<string, Promise<void>>()
  while (waiting.size > 0 || running.size > 0) {
    const next = earliest([...waiting].filter(({ lane }) => !running.has(lane)))
    if (next === undefined) {
      await Promise.race(running.values())
      continue
    }
    waiting.delete(next)
    const told = goOn(next).then((rest) => {
      running.delete(rest.lane)
      if (hasMore(rest)) waiting.add(rest)
    })
    running.set(next.lane, told)
  }
}

async function goOn({ lane, steps: [step, ...rest] }: Story): Promise<Story> {
  if (step === undefined) return { lane, steps: [] }
  await step.act(step.at)
  const more = (await step.leadsTo?.()) ?? []
  return { lane, steps: more.length === 0 ? rest : inOrder([...rest, ...more]) }
}

const hasMore = ({ steps }: Story) => steps.length > 0

const inOrder = (steps: readonly Step[]) => steps.toSorted((a, b) => momentOf(a) - momentOf(b))

const momentOf = ({ at }: Step) => at.getTime()

const earliest = (stories: readonly Story[]) =>
  stories.reduce<Story | undefined>(
    (first, next) => (first === undefined || startOf(next) < startOf(first) ? next : first),
    undefined,
  )

const startOf = ({ steps: [step] }: Story) => (step === undefined ? Number.POSITIVE_INFINITY : momentOf(step))
