'use client'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button, Popover } from 'react-aria-components'
import { afterEvent, type TermEvent, type TermState, termDelay } from './term-state'

type Props = {
  /** The word as the page uses it. */
  children: ReactNode
  /** What it is called where it is explained. */
  name: string
  says: string
  example: string
}

/**
 * A word with its explanation: under the pointer, by click and by Enter; Escape puts it away, and it stays while the pointer is on
 * it (WCAG 1.4.13). Who listens to a screen reader hears it as the description of the word, without opening anything.
 */
export function Term({ children, name, says, example }: Props) {
  const [id, word, box] = [useId(), useRef<HTMLButtonElement>(null), useRef<HTMLDivElement>(null)]
  const { isOpen, tell } = useTerm(word, box)
  return (
    <>
      <Button
        ref={word}
        aria-describedby={id}
        aria-expanded={isOpen}
        onPress={() => tell('press')}
        onHoverStart={() => tell('enter')}
        onHoverEnd={() => tell('leave')}
        onBlur={({ relatedTarget }) => relatedTarget !== null && tell('away')}
        className="-my-1 inline-block cursor-help rounded-chip py-1 text-start [font:inherit] text-inherit underline decoration-dotted decoration-1 underline-offset-4"
      >
        {children}
      </Button>
      <span hidden id={id}>
        {says} {example}
      </span>
      <Popover
        ref={box}
        triggerRef={word}
        isNonModal
        isOpen={isOpen}
        onOpenChange={(open) => open || tell('away')}
        placement="bottom start"
        offset={2}
        className="max-w-80 rounded-m border border-line bg-surface p-3 text-ink shadow-2 no-print"
      >
        <div className="grid gap-1" onPointerEnter={() => tell('enter')} onPointerLeave={() => tell('leave')}>
          <p className="font-semibold">{name}</p>
          <p>{says}</p>
          <p className="text-dense text-muted">{example}</p>
        </div>
      </Popover>
    </>
  )
}

/** Opens and shuts, after a moment where the pointer may only be passing. */
function useTerm(...own: { current: HTMLElement | null }[]) {
  const [state, setState] = useState<TermState>('shut')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const inside = useRef(own)
  inside.current = own
  const tell = useRef((event: TermEvent) => {
    clearTimeout(timer.current)
    const happen = () => setState((now) => afterEvent(now, event))
    const delay = termDelay[event]
    if (delay === undefined) happen()
    else timer.current = setTimeout(happen, delay)
  }).current
  const isOpen = state !== 'shut'
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      tell('away')
    }
    const onPress = ({ target }: PointerEvent) => {
      const isIn = inside.current.some(({ current }) => target instanceof Node && current?.contains(target))
      if (!isIn) tell('away')
    }
    addEventListener('keydown', onKey, true)
    addEventListener('pointerdown', onPress, true)
    return () => {
      removeEventListener('keydown', onKey, true)
      removeEventListener('pointerdown', onPress, true)
    }
  }, [isOpen, tell])
  return { isOpen, tell }
}
