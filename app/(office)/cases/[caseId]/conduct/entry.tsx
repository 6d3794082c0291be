import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Pill } from '@/app/_ui/pill'
import type { ConductView } from '@/lib/conduct/queries'

/** One contact, the rules it breaks with how certain that is, and the way to a complaint about it. */
export async function Entry({ entry, complaintHref }: { entry: ConductView; complaintHref?: string | undefined }) {
  const [t, words] = [await getTranslations('conduct'), await getTranslations('words')]
  const { at, channel, party, person, isAnswered, description, findings, canComplain, complaintId } = entry
  return (
    <li className="grid gap-1 border-t border-line pt-3 first:border-0 first:pt-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="whitespace-nowrap font-medium">{at}</span>
        <span>
          {words(`channel.${channel}`)} · {t(isAnswered ? 'answered' : 'unanswered')}
        </span>
        <b>{party}</b>
        <span className="text-muted">{words(`contactedPerson.${person}`)}</span>
        {canComplain && complaintHref !== undefined && (
          <Link href={complaintHref} className="ml-auto text-primary" prefetch={false}>
            {t(complaintId === null ? 'complain' : 'complained')}
          </Link>
        )}
      </div>
      <p className="max-w-[60em] whitespace-pre-line text-ink-2">{description}</p>
      {findings.length === 0 && <p className="text-dense text-muted">{t('fine')}</p>}
      {findings.map((finding) => (
        <Finding key={finding.rule} finding={finding} />
      ))}
    </li>
  )
}

async function Finding({ finding }: { finding: ConductView['findings'][number] }) {
  const t = await getTranslations('conduct')
  const { rule, instrument, certainty, sureness } = finding
  const isClear = sureness === 'CLEAR'
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-dense">
      <Pill tone={isClear ? 'bad' : 'wait'}>{t(isClear ? 'clear' : 'depends')}</Pill>
      <span>{t(`rule.${rule}`)}</span>
      <span className="text-muted">
        {t(`instrument.${instrument}`)} · {t('certainty', { grade: certainty })}
      </span>
      {!isClear && <span className="text-muted">{t(`why.${rule}`)}</span>}
    </p>
  )
}
