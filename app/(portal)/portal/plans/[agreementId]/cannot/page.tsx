import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orMissing } from '@/app/(portal)/missing'
import { circumstanceKinds } from '@/db/vocabulary-portal'
import { frame } from '@/lib/portal/frame.queries'
import { plan } from '@/lib/portal/plan.queries'
import { clientHere } from '../../../../client-here'
import { typedIn } from '../../../../typed'
import { Whose } from '../../../../whose'
import { tellCircumstanceAction } from '../../../actions'
import { BackHome } from '../../../back-home'
import { Helping } from '../../../links'
import { FieldFault, faultOf, Message } from '../../../message'

type Props = { params: Promise<{ agreementId: string }>; searchParams: Promise<{ error?: string }> }

/** "I cannot pay this month": said without shame, and what happens next. Who said it already finds on the plan that we know. */
export default async function CannotPayPage({ params, searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('budget')]
  const [view, { may }, said] = [await orMissing(plan(actor, await params)), await frame(actor), await searchParams]
  if (view.isTold) redirect(`/portal/plans/${view.id}`)
  return (
    <>
      <title>{t('cannot.title')}</title>
      <BackHome />
      <Message {...said} />
      <h1>{t('cannot.title')}</h1>
      <p className="lead">{t('cannot.lead')}</p>
      {may.includes('REPORT_PAYMENT') ? <Tell agreementId={view.id} error={said.error} /> : <Helping actor={actor} />}
    </>
  )
}

async function Tell({ agreementId, error }: { agreementId: string; error: string | undefined }) {
  const [t, typed] = [await getTranslations('budget'), await typedIn(`/portal/plans/${agreementId}/cannot`, error)]
  return (
    <form action={tellCircumstanceAction} className="card">
      <Whose />
      <input type="hidden" name="agreementId" value={agreementId} />
      <fieldset aria-describedby={faultOf('kind', error)['aria-describedby']}>
        <legend>{t('cannot.kind')}</legend>
        <FieldFault field="kind" error={error} />
        {circumstanceKinds.map((kind) => (
          <label key={kind} className="tick">
            <input type="radio" name="kind" value={kind} required defaultChecked={typed.kind === kind} />
            <span>{t(`cannot.kinds.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <label className="field">
        {t('cannot.note')}
        <textarea name="note" rows={3} maxLength={1000} defaultValue={typed.note} {...faultOf('note', error)} />
      </label>
      <FieldFault field="note" error={error} />
      <p className="note">{t('cannot.next')}</p>
      <button className="big" type="submit">
        {t('cannot.submit')}
      </button>
    </form>
  )
}
