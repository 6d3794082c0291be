import { getTranslations } from 'next-intl/server'
import { accessKinds } from '@/db/vocabulary'
import { isCursor } from '@/lib/audit/cursor'
import { accessList } from '@/lib/audit/queries'
import { requireStaff } from '@/lib/core/session'
import { NotYours, Settings, settingsTitle } from '../frame'
import { Paging } from '../paging'
import { unlessForbidden } from '../unless-forbidden'
import { Filters } from './filters'
import { Lines } from './lines'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = () => settingsTitle('access')

/** Who looked at what, took what along, and was refused what. */
export default async function AccessPage({ searchParams }: Props) {
  const [actor, t, params] = [await requireStaff(), await getTranslations('auditPages'), await searchParams]
  const kind = accessKinds.find((one) => one === params['kind'])
  const before = typeof params['before'] === 'string' && isCursor(params['before']) ? params['before'] : undefined
  const page = await unlessForbidden(accessList(actor, { kind, before }))
  return (
    <Settings actor={actor} tab="access">
      {page === undefined ? (
        <NotYours />
      ) : (
        <>
          <p className="max-w-[60em] text-ink-2">{t('accessLead', { zone: actor.timeZone })}</p>
          <Filters kind={kind} />
          <Lines actor={actor} lines={page.lines} isNarrowed={kind !== undefined} />
          <Paging path="/settings/access" wanted={{ kind }} next={page.next} isLater={before !== undefined} />
        </>
      )}
    </Settings>
  )
}
