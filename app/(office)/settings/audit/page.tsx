import { getTranslations } from 'next-intl/server'
import { auditList } from '@/lib/audit/queries'
import { commandRoles } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { NotYours, Settings, settingsTitle } from '../frame'
import { Paging } from '../paging'
import { unlessForbidden } from '../unless-forbidden'
import { Chain } from './chain'
import { Events } from './events'
import { Filters } from './filters'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = () => settingsTitle('audit')

/** Who did what: the audit chain in words, newest first, and whether it is as it was written. */
export default async function AuditPage({ searchParams }: Props) {
  const [actor, t, params] = [await requireStaff(), await getTranslations('auditPages'), await searchParams]
  const command = Object.keys(commandRoles).find((name) => name === params['command'])
  const wanted = { number: text(params['number']), command }
  const before = position(params['before'])
  const page = await unlessForbidden(auditList(actor, { ...wanted, before }))
  return (
    <Settings actor={actor} tab="audit">
      {page === undefined ? (
        <NotYours />
      ) : (
        <>
          <p className="max-w-[60em] text-ink-2">{t('auditLead', { zone: actor.timeZone })}</p>
          <Chain actor={actor} isAsked={params['check'] !== undefined} />
          <Filters wanted={wanted} />
          <Events actor={actor} events={page.events} isNarrowed={wanted.number !== undefined || wanted.command !== undefined} />
          <Paging path="/settings/audit" wanted={wanted} next={page.next} isLater={before !== undefined} />
        </>
      )}
    </Settings>
  )
}

const text = (value: string | string[] | undefined) =>
  typeof value === 'string' && value !== '' ? value.slice(0, 20) : undefined
const position = (value: string | string[] | undefined) =>
  typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number.parseInt(value, 10) : undefined
