import { getTranslations } from 'next-intl/server'
import { orMissing } from '@/app/(portal)/missing'
import { authorityTextVersion } from '@/lib/clients/authority-text'
import { myAuthority } from '@/lib/portal/consents.queries'
import { clientHere } from '../../../client-here'
import { revokedWords, signedTime } from './signed-time'

type Props = { params: Promise<{ authorisationId: string }> }

/** What was signed, and the record of it: reference, time, version, checksum. Prints on one sheet. */
export default async function AuthorityPage({ params }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('consents')]
  const paper = await orMissing(myAuthority(actor, await params))
  const [time, revoked] = [await signedTime(paper, actor.timeZone), await revokedWords(paper, actor.timeZone)]
  return (
    <>
      <title>{t('authority.receipt')}</title>
      <p>
        <a href="/portal/consents">← {t('title')}</a>
      </p>
      <h1>{t('authority.receipt')}</h1>
      {revoked !== null && <p className="heed">{revoked}</p>}
      {paper.text === null ? (
        <p className="card">
          {paper.matters} · {t('authority.paper')}
        </p>
      ) : (
        <p className="card letter" lang="zh-CN">
          {paper.text}
        </p>
      )}
      <section className="card">
        <dl className="facts">
          <dt>{t('authority.reference')}</dt>
          <dd>{paper.id}</dd>
          <dt>{t('authority.time')}</dt>
          <dd>{time}</dd>
          {paper.text !== null && (
            <>
              <dt>{t('authority.signedName')}</dt>
              <dd>{paper.signedName}</dd>
              <dt>{t('authority.hash')}</dt>
              <dd>{paper.hash}</dd>
            </>
          )}
        </dl>
        {paper.text !== null && <p className="note">{t('version', { version: authorityTextVersion })}</p>}
        {paper.text !== null && (
          <p>
            <a href={`/portal/authority/${paper.id}/paper`}>{t('authority.pdf')}</a>
          </p>
        )}
        <p className="note">{t('authority.record')}</p>
      </section>
    </>
  )
}
