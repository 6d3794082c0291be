/** How long a session lasts: idle minutes and hours in all, for staff and for clients. */
export const sessionLimits = {
  staff: { idleMinutes: 15, hours: 10 },
  client: { idleMinutes: 30, hours: 8 },
} as const

const freeTries = 5
const longestWaitSeconds = 15 * 60

/**
 * Seconds an account must wait after its latest failure: none for the first five, then doubling from two seconds, at most
 * fifteen minutes. A delay, never a lock, so that nobody can lock somebody else out for good.
 */
export const waitAfterFailures = (failures: number) =>
  failures < freeTries ? 0 : Math.min(longestWaitSeconds, 2 ** (failures - freeTries + 1))

/** Failures from one network (a /24 or /64) in ten minutes before it must wait. */
export const networkLimit = { failures: 30, minutes: 10 } as const

/** The network an address belongs to, however it is written: /24 for IPv4, also inside IPv6, and /64 for IPv6. */
export function networkOf(address: string) {
  if (address.includes('.'))
    return address
      .slice(address.lastIndexOf(':') + 1)
      .split('.')
      .slice(0, 3)
      .join('.')
  return groupsOf(address.toLowerCase()).slice(0, 4).join(':')
}

/** The eight groups of an IPv6 address, `::` written out and without leading zeros. */
function groupsOf(address: string): string[] {
  const [before = [], after = []] = address.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''))
}
