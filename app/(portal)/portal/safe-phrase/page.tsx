import { getTranslations } from 'next-intl/server'
import { orMissing } from '@/app/(portal)/missing'
import { expectMay } from '@/lib/core/expect-may'
import { frame } from '@/lib/portal/frame.queries'
import { clientHere } from '../../client-here'
import { typedIn } from '../../typed'
import { Whose } from '../../whose'
import { setSafePhraseAction } from '../actions'
import { BackHome } from '../back-home'
import { FieldFault, faultOf, Message } from '../message'

type Props = { searchParams: Promise<{ done?: string; error?: string }> }

/** The client chooses the words by which they know us. */
export default async function SafePhrasePage({ searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('entry')]
  await orMissing(expectMay(actor, 'portal.setSafePhrase'))
  const [{ safePhrase }, said] = [await frame(actor), await searchParams]
  const { phrase = safePhrase } = await typedIn('/portal/safe-phrase', said.error)
  return (
    <>
      <title>{t('phraseTitle')}</title>
      <BackHome />
      <Message {...said} />
      <h1>{t('phraseTitle')}</h1>
      <p className="lead">{t('phraseLead')}</p>
      <form action={setSafePhraseAction} className="card">
        <Whose />
        <label className="field">
          {t('phrase')}
          <input
            type="text"
            name="phrase"
            required
            maxLength={30}
            defaultValue={phrase}
            {...faultOf('phrase', said.error)}
            aria-describedby="phrase-hint"
          />
        </label>
        <div id="phrase-hint">
          <FieldFault field="phrase" error={said.error} />
          <p className="note">{t('phraseHint')}</p>
        </div>
        <button className="big" type="submit">
          {t('phraseSubmit')}
        </button>
      </form>
    </>
  )
}
