import { getTranslations } from 'next-intl/server'
import { missing } from '@/app/(portal)/missing'
import { mayDo } from '@/lib/core/permissions'
import { frame } from '@/lib/portal/frame.queries'
import { clientHere } from '../../client-here'
import { setSafePhraseAction } from '../actions'
import { BackHome } from '../back-home'
import { Message } from '../message'

type Props = { searchParams: Promise<{ done?: string; error?: string }> }

/** The client chooses the words by which they know us. */
export default async function SafePhrasePage({ searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('entry')]
  if (!mayDo(actor, 'portal.setSafePhrase')) missing()
  const { safePhrase } = await frame(actor)
  return (
    <>
      <title>{t('phraseTitle')}</title>
      <BackHome />
      <Message {...(await searchParams)} />
      <h1>{t('phraseTitle')}</h1>
      <p className="lead">{t('phraseLead')}</p>
      <form action={setSafePhraseAction} className="card">
        <label className="field">
          {t('phrase')}
          <input type="text" name="phrase" required maxLength={30} defaultValue={safePhrase} aria-describedby="phrase-hint" />
        </label>
        <p className="note" id="phrase-hint">
          {t('phraseHint')}
        </p>
        <button className="big" type="submit">
          {t('phraseSubmit')}
        </button>
      </form>
    </>
  )
}
