import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Disclosure } from '@/app/_parts/disclosure'
import { LineName } from '@/app/_parts/evidence-line'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { mayDo } from '@/lib/core/permissions'
import type { CaseView } from '../_frame/case-view'
import { CloseRequest } from './close-request'

type Props = { view: CaseView; children: ReactNode }

/** What the client is asked for and by when. */
export async function Requests({ view, children }: Props) {
  const [t, locale] = [await getTranslations('evidence'), await getLocale()]
  const { requests, types } = view.evidence
  const open = requests.filter((request) => request.fulfilledAt === null)
  const documents = await documentsHere(view)
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
            {mayDo(view.actor, 'evidence.closeRequest') && (
              <Disclosure label={t('closeRequest')}>
                <CloseRequest requestId={request.id} documents={documents} />
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  )
}

/** What is here and may answer a request, each by its kind, its name and the day it came. */
async function documentsHere({ evidence: { items, types }, actor }: CaseView) {
  const [t, locale] = [await getTranslations('evidence'), await getLocale()]
  const civil = civilDates(locale)
  return items
    .filter(({ status }) => status === 'RECEIVED' || status === 'VERIFIED')
    .map(({ id, code, label, fileName, receivedAt }) => {
      const type = types.find((known) => known.code === code)
      const name = (locale === 'en' ? type?.nameEn : type?.nameZh) ?? code
      const on = receivedAt === null ? '' : civil.inText(dayOf(receivedAt, actor.timeZone))
      return { value: id, label: t('documentHere', { name, file: label || fileName || '—', date: on }) }
    })
}
