import type { ReliefLine } from '@/db/schema/proposals'
import { rate } from '@/lib/platform/money'

/**
 * Whether what was granted is what was asked for, in whatever order and however the amounts are written. Such an answer is
 * a yes: kept as granted in part or as a counter-offer it would count as less than it is.
 */
export const isAsAsked = (asked: readonly ReliefLine[], granted: readonly ReliefLine[]): boolean =>
  asked.length === granted.length && asked.map(plain).toSorted().join() === granted.map(plain).toSorted().join()

const plain = (relief: ReliefLine) => JSON.stringify(Object.entries(relief).map(plainPart).toSorted())

const plainPart = ([name, value]: [string, string | number | undefined]): string =>
  `${name}=${written.test(String(value)) ? rate(String(value)).toFixed() : value}`

const written = /^\d+(\.\d+)?$/
