import { expect } from 'vitest'

/** A count as it leaves the team: a multiple of five less than five away (docs/decisions/0033). */
export const inFives = (n: number) =>
  expect.toSatisfy((told: unknown) => typeof told === 'number' && told % 5 === 0 && Math.abs(told - n) < 5)
