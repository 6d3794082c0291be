import { getLocale, getTranslations } from 'next-intl/server'
import { orMissing } from '@/app/(portal)/missing'
import { delegateVerbs } from '@/db/vocabulary-portal'
import { myDelegates } from '@/lib/portal/delegates.queries'
import { frame } from '@/lib/portal/frame.queries'
import { clientHere } from '../../client-here'
import { dayInWords } from '../../day-in-words'
import { typedIn } from '../../typed'
import { Whose } from '../../whose'
import { addDelegateAction, revokeDelegateAction } from '../actions'
import { BackHome } from '../back-home'
import { FieldFault, faultOf, Message } from '../message'
import { ReadAndSign } from '../read-and-sign'
import { Stopped } from '../stopped'

type Props = { searchParams: Promise<{ done?: string; error?: string }> }
type Delegate = Awaited<ReturnType<typeof myDelegates>>['delegates'][number]

/** Whom I let help, with what, until when; and the way to take it back. */
export default async function FamilyPage({ searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('delegates')]
  const [{ delegates }, said] = [await orMissing(myDelegates(actor)), await searchParams]
  const { stoppedSince } = await frame(actor)
  return (
    <>
      <title>{t('title')}</title>
      <BackHome />
      <Message {...said} />
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <section className="card">
        {delegates.length === 0 && <p>{t('none')}</p>}
        {delegates.map((delegate) => (
          <One key={delegate.id} delegate={delegate} zone={actor.timeZone} />
        ))}
      </section>
      {stoppedSince === null ? <Add error={said.error} /> : <Stopped since={stoppedSince} actor={actor} />}
    </>
  )
}

async function One({ delegate, zone }: { delegate: Delegate; zone: string }) {
  const [t, locale] = [await getTranslations('delegates'), await getLocale()]
  const { id, name, relation, verbs, expiresAt, isInForce } = delegate
  return (
    <div className="part">
      <p>
        <b>{name}</b> {relation}
      </p>
      <p className="note">{isInForce ? t('until', { date: dayInWords(expiresAt, locale, zone) }) : t('over')}</p>
      <ul>
        {verbs.map((verb) => (
          <li key={verb}>{t(`verb.${verb}`)}</li>
        ))}
      </ul>
      {isInForce && (
        <form action={revokeDelegateAction}>
          <input type="hidden" name="delegationId" value={id} />
          <button className="alt" type="submit">
            {t('revoke')}
          </button>
        </form>
      )}
    </div>
  )
}

async function Add({ error }: { error: string | undefined }) {
  const typed = await typedIn('/portal/family', error)
  const t = await getTranslations('delegates')
  return (
    <form action={addDelegateAction} className="card">
      <Whose />
      <h2>{t('add')}</h2>
      <label className="field">
        {t('delegate')}
        <input
          type="text"
          name="delegate"
          required
          maxLength={50}
          defaultValue={typed.delegate}
          {...faultOf('delegate', error)}
        />
      </label>
      <FieldFault field="delegate" error={error} />
      <label className="field">
        {t('relation')}
        <input type="text" name="relation" maxLength={30} defaultValue={typed.relation} {...faultOf('relation', error)} />
      </label>
      <FieldFault field="relation" error={error} />
      <fieldset>
        <legend>{t('may')}</legend>
        <p className="note">{t('always')}</p>
        {delegateVerbs.slice(1).map((verb) => (
          <label key={verb} className="tick">
            <input type="checkbox" name={verb} defaultChecked={typed[verb] === 'on'} />
            <span>{t(`verb.${verb}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className="note">
        {t('term')} {t('next')}
      </p>
      <ReadAndSign page="/portal/family" error={error} tick={t('agree')} of="agree" name={t('name')} />
      <button className="big" type="submit">
        {t('submit')}
      </button>
    </form>
  )
}
