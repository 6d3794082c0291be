import Link from 'next/link'
import { getMessages, getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { LetterFindings } from '@/app/_parts/letter-findings'
import type { Locale } from '@/db/vocabulary'
import type { conductComplaint } from '@/lib/conduct/queries'
import type { View } from '../../_frame/at-rest'
import { Offered } from '../../_frame/offered'
import { HowItGoesOut } from '../../letters/how-it-goes-out'
import { complainForm } from '../actions'

type Complaint = Pick<Awaited<ReturnType<typeof conductComplaint>>, 'entryId' | 'caseId' | 'faults' | 'proof' | 'complaintId'>
type Props = { complaint: Complaint; locale: Locale; view: View }

/** What keeps the complaint from being written, the step that writes it, or where it is once it was. */
export async function Complain({ complaint, locale, view }: Props) {
  const { entryId, caseId, faults, proof, complaintId } = complaint
  const [t, said, { caseLetters }] = [await getTranslations('conduct'), await getTranslations('caseLetters'), await getMessages()]
  if (complaintId !== null)
    return (
      <p className="no-print">
        {t('kept')}{' '}
        <Link className="text-primary underline" href={`/cases/${caseId}/letters`}>
          {t('toLetters')}
        </Link>
      </p>
    )
  if (faults.length > 0)
    return (
      <ul className="list-inside list-disc rounded-m bg-wait-bg px-3 py-2.5 text-wait">
        <LetterFindings findings={faults} />
      </ul>
    )
  return (
    <Offered view={view} command="conduct.complain">
      <CommandForm
        action={complainForm}
        labels={caseLetters.label}
        submit={t('write')}
        hidden={{ entryId, locale }}
        className="grid gap-3 no-print"
      >
        {proof?.why && <p className="text-wait">{t('proofLeft', { why: said(`barrier.${proof.why}`) })}</p>}
        <p className="max-w-[60em] text-muted">{t('writeLead')}</p>
        <HowItGoesOut kind="COLLECTION_COMPLAINT" timeZone={view.actor.timeZone} files={proof?.why === null ? 1 : 0} />
      </CommandForm>
    </Offered>
  )
}
