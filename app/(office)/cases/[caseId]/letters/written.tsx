import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Disclosure } from '@/app/_parts/disclosure'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect, FormText } from '@/app/_parts/form/fields'
import { Pill } from '@/app/_ui/pill'
import { localOf } from '@/lib/contacts/local-instant'
import type { Actor } from '@/lib/core/actor'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { channelsFor } from '@/lib/evidence/file-channels'
import type { LetterView } from '@/lib/letters/letters.queries'
import { now } from '@/lib/platform/clock'
import { sendLetterForm } from './actions'

type Props = { letter: LetterView; actor: Actor }

/** A letter that was written: what, to whom, with what it was made, whether it went out, and its files. */
export async function Written({ letter, actor }: Props) {
  const [t, civil] = [await getTranslations('caseLetters'), civilDates(await getLocale())]
  const { id, title, by, at, locale, template, hash, recipient, sent } = letter
  const link = 'text-primary underline'
  return (
    <li className="grid gap-1.5 border-t border-line pt-3 first:border-0 first:pt-0">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <b lang={locale}>{title}</b>
        <span className="text-ink-2">{recipient === '' ? t('toClient') : t('to', { recipient })}</span>
        {mayAsk(actor, 'letter.get') && (
          <span className="ml-auto flex gap-3">
            <a className={link} href={`/api/letters/${id}/pdf`} target="_blank" rel="noreferrer">
              {t('pdf')}
            </a>
            <a className={link} href={`/api/letters/${id}/docx`}>
              {t('docx')}
            </a>
          </span>
        )}
      </div>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-dense text-muted">
        <span>
          {t('by', { name: by, day: civil.inText(dayOf(at, actor.timeZone)), language: t(`languages.${locale}`), template })}
        </span>
        <code className="text-meta">{t('fingerprint', { hash: hash.slice(0, 16) })}</code>
      </p>
      {sent === null ? <Unsent letter={letter} actor={actor} /> : <Sent sent={sent} />}
    </li>
  )
}

async function Sent({ sent: { on, channel, answerBy } }: { sent: NonNullable<LetterView['sent']> }) {
  const [t, words, civil] = [await getTranslations('caseLetters'), await getTranslations('words'), civilDates(await getLocale())]
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-dense">
      <Pill tone="ok">{t('sent', { day: civil.inText(on), channel: words(`channel.${channel}`) })}</Pill>
      {answerBy !== null && <span className="text-muted">{t('awaitedBy', { date: civil.inText(answerBy) })}</span>}
    </p>
  )
}

async function Unsent({ letter, actor }: Props) {
  const [t, words, { caseLetters }] = [await getTranslations('caseLetters'), await getTranslations('words'), await getMessages()]
  return (
    <div className="grid justify-items-start gap-2">
      <Pill tone="wait">{t('unsent')}</Pill>
      {mayDo(actor, 'letter.send') && (
        <Disclosure label={t('send')}>
          <CommandForm
            action={sendLetterForm}
            labels={caseLetters.label}
            submit={t('send')}
            hidden={{ letterId: letter.id }}
            className="grid max-w-[60em] gap-3"
          >
            <p className="text-muted">{t('sendLead')}</p>
            <div className="grid gap-3 sm:grid-cols-3">
              <FormSelect
                name="channel"
                required
                defaultValue="LETTER"
                options={channelsFor({ files: letter.enclosed.length }).map((value) => ({
                  value,
                  label: words(`channel.${value}`),
                }))}
              />
              <FormText
                name="at"
                type="datetime-local"
                required
                defaultValue={localOf(now(), actor.timeZone)}
                min={localOf(new Date(letter.at), actor.timeZone).slice(0, 11).concat('00:00')}
                max={localOf(now(), actor.timeZone)}
              />
              <FormText name="proof" maxLength={200} autoComplete="off" isOptional />
            </div>
          </CommandForm>
        </Disclosure>
      )}
    </div>
  )
}
