import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import type { myAuthority } from '@/lib/portal/consents.queries'

type Authority = Pick<Awaited<ReturnType<typeof myAuthority>>, 'signedAt' | 'signedOn'>

/** When it was signed: to the second in the portal, the day on paper. */
export async function signedTime({ signedAt, signedOn }: Authority, timeZone: string) {
  return signedAt === null ? signedOn : toTheSecond(signedAt, timeZone)
}

/** That it holds no more, and since when; nothing of one that was not taken back. */
export async function revokedWords({ revokedAt }: { revokedAt: string | null }, timeZone: string) {
  const t = await getTranslations('consents')
  return revokedAt === null ? null : t('authority.revokedOn', { time: await toTheSecond(revokedAt, timeZone) })
}

const toTheSecond = async (instant: string, timeZone: string) =>
  (await dayFormat()).dateTime(new Date(instant), { dateStyle: 'long', timeStyle: 'medium', timeZone })
