import { getLocale, getTranslations } from 'next-intl/server'
import { orMissing } from '@/app/(portal)/missing'
import { myConsents } from '@/lib/portal/consents.queries'
import { frame } from '@/lib/portal/frame.queries'
import { clientHere } from '../../client-here'
import { signAuthorityAction } from '../actions'
import { Message } from '../message'
import { ReadAndSign } from '../read-and-sign'
import { Stopped } from '../stopped'

type Props = { searchParams: Promise<{ error?: string }> }

/** The authority letter: read, then signed with name and code. What it costs is said first. */
export default async function SignAuthorityPage({ searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('consents')]
  const [{ textToSign, textToRead, feePolicy }, locale] = [await orMissing(myConsents(actor)), await getLocale()]
  const [{ error }, { stoppedSince }] = [await searchParams, await frame(actor)]
  if (stoppedSince !== null) return <AtRest since={stoppedSince} actor={actor} />
  return (
    <>
      <title>{t('authority.signTitle')}</title>
      <p>
        <a href="/portal/consents">← {t('title')}</a>
      </p>
      <Message error={error} />
      <h1>{t('authority.signTitle')}</h1>
      <p className="lead">{t('authority.lead')}</p>
      <p>{feePolicy === '' ? t('authority.free') : t('authority.fee', { fee: feePolicy })}</p>
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
        <ReadAndSign page="/portal/authority" error={error} tick={t('authority.agree')} of="agree" name={t('authority.name')} />
        <button className="big" type="submit">
          {t('authority.submit')}
        </button>
        <p className="note">{t('authority.record')}</p>
      </form>
    </>
  )
}

/** Nothing is signed while the work stands still: it would rest from the first day. */
async function AtRest(stopped: Parameters<typeof Stopped>[0]) {
  const t = await getTranslations('consents')
  return (
    <>
      <title>{t('authority.signTitle')}</title>
      <p>
        <a href="/portal/consents">← {t('title')}</a>
      </p>
      <h1>{t('authority.signTitle')}</h1>
      <Stopped {...stopped} />
    </>
  )
}
