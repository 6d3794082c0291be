import { getTranslations } from 'next-intl/server'

const doneWords = [
  'uploaded',
  'told',
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
] as const
const errorWords = [
  'invalid',
  'file',
  'too_large',
  'unsupported_type',
  'name',
  'tick',
  'open_first',
  'consent',
  'rule',
  'conflict',
  'amount',
  'code',
  'too_many',
  'other',
] as const

/** What came of the last form: thanks, or what went wrong and how to mend it. */
export async function Message({ done, error }: { done?: string | undefined; error?: string | undefined }) {
  const t = await getTranslations('portal')
  const thanks = doneWords.find((word) => word === done)
  const wrong = error === undefined ? undefined : (errorWords.find((word) => word === error) ?? 'other')
  return (
    <>
      {thanks !== undefined && (
        <p className="good" role="status">
          {t(`doneMessage.${thanks}`)}
        </p>
      )}
      {wrong !== undefined && (
        <p className="wrong" role="alert">
          <b>{t('errorTitle')}</b>
          {t(`error.${wrong}`)}
        </p>
      )}
    </>
  )
}
