import { getTranslations } from 'next-intl/server'
import { fieldOf, type Said } from '@/lib/portal/refusal-word'

const doneWords = [
  'uploaded',
  'told',
  'atRest',
  'approved',
  'signed',
  'paid',
  'phraseSaved',
  'consented',
  'withdrawn',
  'authorised',
  'revoked',
  'kept',
  'budgeted',
  'billed',
  'heard',
  'calendar',
  'calendarClosed',
  'asked',
  'delegated',
  'delegateRevoked',
  'sent',
] as const
export const errorWords = [
  'invalid',
  'file',
  'too_large',
  'unsupported_type',
  'heic',
  'damaged',
  'encrypted',
  'unsafe',
  'name',
  'tick',
  'agree',
  'open_first',
  'consent',
  'takenBack',
  'toMend',
  'withdrawn',
  'rule',
  'asked',
  'conflict',
  'amount',
  'amountPositive',
  'amountTooMuch',
  'amountFromZero',
  'paidOn',
  'paidFuture',
  'paidEarly',
  'digits',
  'code',
  'body',
  'kind',
  'reason',
  'phrase',
  'phraseLong',
  'phraseTells',
  'reasonLong',
  'noteLong',
  'delegate',
  'relationLong',
  'tooLong',
  'too_many',
  'other',
] as const

/** The word that there is a sentence for. */
export const errorWordOf = (word: string) => errorWords.find((known) => known === word) ?? 'other'

/** What is wrong with one field, beside it; the same sentence stands above the form. */
export async function FieldFault({ field, error }: { field: string; error?: string | undefined }) {
  const t = await getTranslations('portal')
  const wrong = errorWords.find((word) => word === error)
  if (wrong === undefined || fieldOf(wrong) !== field) return null
  return (
    <span className="fault" id={`${field}-fault`}>
      {t(`error.${wrong}`)}
    </span>
  )
}

/** What an input says of its fault to those who hear the page. */
export const faultOf = (field: string, error: string | undefined) =>
  error !== undefined && fieldOf(error) === field ? { 'aria-invalid': true, 'aria-describedby': `${field}-fault` } : {}

/** What came of the last form: thanks, or what went wrong and how to mend it. */
export async function Message({ done, error }: Said) {
  const t = await getTranslations('portal')
  const thanks = doneWords.find((word) => word === done)
  const wrong = error === undefined ? undefined : errorWordOf(error)
  return (
    <>
      {thanks !== undefined && (
        <p className="good" role="status" id="done" tabIndex={-1}>
          {t(`doneMessage.${thanks}`)}
        </p>
      )}
      {wrong !== undefined && (
        <p className="wrong" role="alert" id="fault" tabIndex={-1}>
          <b>{t('errorTitle')}</b>
          {t(`error.${wrong}`)}
        </p>
      )}
    </>
  )
}
