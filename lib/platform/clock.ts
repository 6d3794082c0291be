import { fixedClock } from './env'

/** The only place in lib that reads the clock. */
export function now() {
  const fixed = fixedClock()
  return fixed === undefined ? new Date() : new Date(fixed)
}
