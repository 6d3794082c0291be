'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Suspense, use, useState } from 'react'
import { yuan } from '@/app/_parts/amount'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { ButtonLink } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Facts } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import type { Card } from '@/lib/cases/card'
import type { listContacts } from '@/lib/contacts/queries'
import { nameIn } from '@/lib/creditors/names'
import type { listDebts } from '@/lib/debts/queries'
import { type Answer, ask } from './api'
import { useTools } from './around'
import { NextAction, Stay, useDueWords, Whose } from './card-face'
import { isHeld } from './card-words'

type Debt = Pick<Awaited<ReturnType<typeof listDebts>>['debts'][number], 'id' | 'product' | 'owed' | 'daysPastDue'>
type Contact = Pick<
  Awaited<ReturnType<typeof listContacts>>['contacts'][number],
  'at' | 'channel' | 'summary' | 'promisedReplyBy'
>
type Behind = [Answer<{ debts: Debt[] }>, Answer<{ contacts: Contact[] }>]

/** What matters of a card in one look, over the board: what comes next and whose move it is, the amounts, the last contact. */
export function Peek({ card, onClose }: { card: Card; onClose: () => void }) {
  const t = useTranslations('board.peek')
  const [behind] = useState(() => askBehind(card.id))
  return (
    <Dialog title={`${card.name} · ${card.no}`} isOpen onClose={onClose}>
      <OnCard card={card} />
      <Suspense fallback={<p className="text-muted">{t('loading')}</p>}>
        <BehindCard behind={behind} />
      </Suspense>
      <div className="flex justify-end">
        <ButtonLink href={`/cases/${card.id}`} look="primary">
          {t('open')}
        </ButtonLink>
      </div>
    </Dialog>
  )
}

const askBehind = (caseId: string): Promise<Behind> =>
  Promise.all([ask<{ debts: Debt[] }>(`debts?caseId=${caseId}`), ask<{ contacts: Contact[] }>(`contacts?caseId=${caseId}`)])

/** What the board knows already: there at once. */
function OnCard({ card }: { card: Card }) {
  const [t, words, dueWords, { now }] = [useTranslations('board.peek'), useTranslations('words'), useDueWords(), useTools()]
  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5 text-meta text-muted">
        <Pill>{nameIn(useLocale(), card.product)}</Pill>
        <Whose whose={card.whose} />
        <Stay card={card} now={now} />
        {card.overlays.map((overlay) => (
          <Pill key={overlay} tone="info">
            {words(`overlay.${overlay}`)}
          </Pill>
        ))}
      </div>
      <Facts
        facts={[
          [t('next'), <NextAction key="next" card={card} />],
          [t('due'), isHeld(card, now.today) ? '—' : dueWords(card.due, now)],
          [t('stage'), words(`stage.${card.stage}`)],
          [t('owner'), card.owner],
          [t('owed'), <b key="owed">{yuan(card.owed)}</b>],
        ]}
      />
    </>
  )
}

/** What has to be asked for. */
function BehindCard({ behind }: { behind: Promise<Behind> }) {
  const t = useTranslations('board.peek')
  const [notes, said] = use(behind)
  if (notes.kind !== 'done' || said.kind !== 'done')
    return (
      <p role="alert" className="text-bad">
        {[notes, said].find((answer) => answer.kind === 'refused')?.problem.detail ?? t('lost')}
      </p>
    )
  return (
    <>
      <Notes debts={notes.value.debts} />
      <LastContact contact={said.value.contacts[0]} />
    </>
  )
}

const few = 4

function Notes({ debts }: { debts: readonly Debt[] }) {
  const [t, locale] = [useTranslations('board.peek'), useLocale()]
  return (
    <section className="grid gap-1 border-t border-line pt-3">
      <h3 className="text-dense font-semibold text-muted">{t('notes')}</h3>
      {debts.length === 0 && <p className="text-muted">{t('noNotes')}</p>}
      <ul className="grid gap-0.5">
        {debts.slice(0, few).map(({ id, product, owed, daysPastDue }) => (
          <li key={id} className="flex items-baseline gap-2">
            <span className="truncate">{nameIn(locale, product)}</span>
            {daysPastDue !== null && daysPastDue > 0 && (
              <span className="shrink-0 text-meta text-bad">{t('late', { days: daysPastDue })}</span>
            )}
            <span className="ml-auto shrink-0">{yuan(owed)}</span>
          </li>
        ))}
      </ul>
      {debts.length > few && <p className="text-dense text-muted">{t('more', { count: debts.length - few })}</p>}
    </section>
  )
}

function LastContact({ contact }: { contact: Contact | undefined }) {
  const [t, words, civil, { now }] = [useTranslations('board.peek'), useTranslations('words'), useCivilDates(), useTools()]
  return (
    <section className="grid gap-1 border-t border-line pt-3">
      <h3 className="text-dense font-semibold text-muted">{t('last')}</h3>
      {contact === undefined ? (
        <p className="text-muted">{t('noContact')}</p>
      ) : (
        <>
          <p className="text-dense text-muted">
            {civil.inText(dayOf(contact.at, now.timeZone))} · {words(`channel.${contact.channel}`)}
            {contact.promisedReplyBy !== null && ` · ${t('promise', { date: civil.inText(contact.promisedReplyBy) })}`}
          </p>
          <p className="line-clamp-3">{contact.summary}</p>
        </>
      )}
    </section>
  )
}
