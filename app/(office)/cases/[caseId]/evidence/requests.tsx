import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { civilDates } from '@/app/_parts/civil-dates'
import { LineName, type TypeName } from '@/app/_parts/evidence-line'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import type { CaseView } from '../_frame/case-view'

type Request = CaseView['evidence']['requests'][number]
type Props = { requests: readonly Request[]; types: readonly TypeName[]; children: ReactNode }

/** What the client is asked for and by when. */
export async function Requests({ requests, types, children }: Props) {
  const [t, locale] = [await getTranslations('evidence'), await getLocale()]
  const open = requests.filter((request) => request.fulfilledAt === null)
  return (
    <Panel title={t('requests')} id="requests">
      {open.length === 0 && <p className="text-muted">{t('noRequests')}</p>}
      <ul className="grid gap-2">
        {open.map((request) => (
          <li key={request.id} className="grid gap-1 border-b border-line pb-2">
            <p className="flex flex-wrap items-center gap-2">
              <b>
                <LineName options={[request.code]} types={types} />
              </b>
              <Pill tone={request.from === 'CREDITOR' ? 'talk' : 'primary'}>{t(`from.${request.from}`)}</Pill>
              {request.deadline !== null && (
                <span className="text-dense text-wait">{t('by', { date: civilDates(locale).inText(request.deadline) })}</span>
              )}
            </p>
            {request.note !== '' && <p className="text-dense">{request.note}</p>}
            {request.cannotProvide !== '' && (
              <p className="text-dense text-bad">{t('cannotProvide', { reason: request.cannotProvide })}</p>
            )}
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  )
}
