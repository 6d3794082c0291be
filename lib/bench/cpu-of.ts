/** Processor milliseconds of one call, after some to warm up. */
export function cpuOf(work: () => unknown, times: number): number {
  for (let n = 0; n < Math.min(times, 20); n++) work()
  const before = process.cpuUsage()
  for (let n = 0; n < times; n++) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}
