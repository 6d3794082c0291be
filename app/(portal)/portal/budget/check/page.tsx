import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { orMissing } from '@/app/(portal)/missing'
import { myBudget } from '@/lib/portal/budget.queries'
import { frame } from '@/lib/portal/frame.queries'
import { clientHere } from '../../../client-here'
import { submitBudgetAction } from '../../actions'
import { Message } from '../../message'

type Props = { searchParams: Promise<{ error?: string }> }

/** All answers on one page, each with a way to change it, before they go to the counsellor. */
export default async function CheckPage({ searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('budget')]
  const view = await orMissing(myBudget(actor))
  if ((await frame(actor)).stoppedSince !== null) redirect('/portal/budget')
  if (view.next !== null) redirect(`/portal/budget/${view.next}`)
  const reserve = view.answers.find(({ question }) => question === 'reserve')?.amount ?? '0'
  const isShort = view.left.startsWith('-')
  return (
    <>
      <title>{t('check')}</title>
      <Message {...(await searchParams)} />
      <h1>{t('check')}</h1>
      <section className="card">
        <ul className="answers">
          {view.answers.map(({ question, amount }) => (
            <li key={question}>
              <span>{t(`name.${question}`)}</span>
              <b>{yuan(amount ?? '0')}</b>
              <a href={`/portal/budget/${question}`} aria-label={t('changeOf', { name: t(`name.${question}`) })}>
                {t('change')}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section className="card">
        <dl>
          <dt>{t('income')}</dt>
          <dd>{yuan(view.income)}</dd>
          <dt>{t('costs')}</dt>
          <dd>{yuan(view.costs)}</dd>
          <dt>{t('name.reserve')}</dt>
          <dd>{yuan(reserve)}</dd>
          {!isShort && (
            <>
              <dt>{t('left')}</dt>
              <dd>{yuan(view.left)}</dd>
            </>
          )}
        </dl>
        {isShort && <p>{t('short', { amount: yuan(view.left.slice(1)) })}</p>}
        <p className="note">{t('checkNote')}</p>
        <form action={submitBudgetAction}>
          <button className="big" type="submit">
            {t('submit')}
          </button>
        </form>
      </section>
    </>
  )
}
