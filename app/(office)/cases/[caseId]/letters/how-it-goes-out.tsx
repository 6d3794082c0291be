import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { FormSelect, FormText } from '@/app/_parts/form/fields'
import type { LetterKind } from '@/db/vocabulary'
import { channelsFor } from '@/lib/evidence/file-channels'
import { answerBy, isToCreditor } from '@/lib/letters/going-out'
import { now } from '@/lib/platform/clock'
import { civilDateIn } from '@/lib/platform/dates'

type Props = { kind: LetterKind; timeZone: string; files: number }

/** Whether a letter goes out with the same step, how, and by when an answer is then awaited; with files only by a way that carries them. */
export async function HowItGoesOut({ kind, timeZone, files }: Props) {
  const [t, words, civil] = [await getTranslations('caseLetters'), await getTranslations('words'), civilDates(await getLocale())]
  const date = answerBy(kind, civilDateIn(now(), timeZone))
  return (
    <>
      <div className="grid items-end gap-3 sm:grid-cols-2">
        <FormSelect
          name="channel"
          hint={t('channelHint')}
          defaultValue={isToCreditor(kind) ? 'LETTER' : ''}
          options={[
            ...channelsFor({ files }).map((value) => ({ value, label: words(`channel.${value}`) })),
            { value: '', label: t('notYet') },
          ]}
        />
        <FormText name="proof" maxLength={200} autoComplete="off" isOptional />
      </div>
      {date !== undefined && <p className="text-dense text-muted">{t('awaited', { date: civil.inText(date) })}</p>}
    </>
  )
}
