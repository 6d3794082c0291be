import type { Tone } from '@/app/_ui/pill'
import type { Mover } from '@/db/vocabulary'

/** The colour that repeats whose move it is. */
export const moverTone: Record<Mover, Tone> = { us: 'primary', client: 'wait', creditor: 'talk', nobody: 'neutral' }
