import { dayFormat } from '@/app/_parts/day-format'
import type { myAuthority } from '@/lib/portal/consents.queries'

type Authority = Pick<Awaited<ReturnType<typeof myAuthority>>, 'signedAt' | 'signedOn'>

/** When it was signed: to the second in the portal, the day on paper. */
export async function signedTime({ signedAt, signedOn }: Authority, timeZone: string) {
  if (signedAt === null) return signedOn
  return (await dayFormat()).dateTime(new Date(signedAt), { dateStyle: 'long', timeStyle: 'medium', timeZone })
}
