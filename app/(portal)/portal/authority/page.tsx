import { getLocale, getTranslations } from 'next-intl/server'
import { orMissing } from '@/app/(portal)/missing'
import { myConsents } from '@/lib/portal/consents.queries'
import { clientHere } from '../../client-here'
import { typedIn } from '../../typed'
import { signAuthorityAction } from '../actions'
import { FieldFault, faultOf, Message } from '../message'
import { SigningCode } from '../signing-code'

type Props = { searchParams: Promise<{ error?: string }> }

/** The authority letter: read, then signed with name and code. What it costs is said first. */
export default async function SignAuthorityPage({ searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('consents')]
  const [{ textToSign, textToRead, feePolicy }, locale] = [await orMissing(myConsents(actor)), await getLocale()]
  const { error } = await searchParams
  const typed = await typedIn('/portal/authority', error)
  return (
    <>
      <title>{t('authority.signTitle')}</title>
      <p>
        <a href="/portal/consents">← {t('title')}</a>
      </p>
      <Message error={error} />
      <h1>{t('authority.signTitle')}</h1>
      <p className="lead">{t('authority.lead')}</p>
      {feePolicy !== '' && <p>{t('authority.fee', { fee: feePolicy })}</p>}
      {locale === 'en' && (
        <>
          <p className="card letter" lang="en">
            {textToRead}
          </p>
          <p className="note">{t('authority.binding')}</p>
        </>
      )}
      <p className="card letter" lang="zh-CN">
        {textToSign}
      </p>
      <form action={signAuthorityAction} className="card">
        <label className="field">
          {t('authority.name')}
          <input
            type="text"
            name="name"
            required
            maxLength={50}
            autoComplete="name"
            defaultValue={typed.name}
            {...faultOf('name', error)}
          />
        </label>
        <FieldFault field="name" error={error} />
        <SigningCode error={error} />
        <label className="tick">
          <input type="checkbox" name="agree" defaultChecked={typed.agree === 'on'} />
          <span>{t('authority.agree')}</span>
        </label>
        <button className="big" type="submit">
          {t('authority.submit')}
        </button>
        <p className="note">{t('authority.record')}</p>
      </form>
    </>
  )
}
