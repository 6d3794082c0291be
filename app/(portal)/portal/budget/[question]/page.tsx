import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { missing, orMissing } from '@/app/(portal)/missing'
import { budgetOrder } from '@/lib/portal/budget'
import { myBudget } from '@/lib/portal/budget.queries'
import { frame } from '@/lib/portal/frame.queries'
import { clientHere } from '../../../client-here'
import { typedIn } from '../../../typed'
import { Whose } from '../../../whose'
import { answerBudgetAction } from '../../actions'
import { BackHome } from '../../back-home'
import { FieldFault, Message } from '../../message'

type Props = { params: Promise<{ question: string }>; searchParams: Promise<{ error?: string }> }

/** One question of the budget; its answer is kept before the next one is asked. */
export default async function QuestionPage({ params, searchParams }: Props) {
  const [actor, t, asked] = [await clientHere(), await getTranslations('budget'), (await params).question]
  const { answers } = await orMissing(myBudget(actor))
  if ((await frame(actor)).stoppedSince !== null) redirect('/portal/budget')
  const found = answers.find(({ question }) => question === asked)
  if (found === undefined) missing()
  const { question, amount } = found
  const { error } = await searchParams
  const typed = await typedIn(`/portal/budget/${question}`, error)
  const n = budgetOrder.indexOf(question) + 1
  const before = budgetOrder[n - 2]
  return (
    <>
      <title>{t('title')}</title>
      {before === undefined ? <BackHome /> : <Before question={before} />}
      <p className="note">{t('step', { n, many: budgetOrder.length })}</p>
      {before === undefined && <p className="lead">{t('lead')}</p>}
      <Message error={error} />
      <form action={answerBudgetAction}>
        <Whose />
        <input type="hidden" name="question" value={question} />
        <h1>
          <label htmlFor="amount">{t(`ask.${question}`)}</label>
        </h1>
        <p className="lead" id="amount-hint">
          {t(`hint.${question}`)}
        </p>
        <div className="field">
          <input
            id="amount"
            type="text"
            name="amount"
            inputMode="decimal"
            required
            maxLength={20}
            defaultValue={typed.amount ?? amount ?? ''}
            aria-invalid={error !== undefined}
            aria-describedby={`${error === undefined ? '' : 'amount-fault '}amount-hint amount-unit`}
          />
          <span className="note" id="amount-unit">
            {t('unit')}
          </span>
          <FieldFault field="amount" error={error} />
        </div>
        <button className="big" type="submit">
          {t('next')}
        </button>
      </form>
      <p>
        <a className="alt" href="/portal?done=kept">
          {t('later')}
        </a>
      </p>
    </>
  )
}

async function Before({ question }: { question: string }) {
  const t = await getTranslations('budget')
  return (
    <p>
      <a href={`/portal/budget/${question}`}>← {t('before')}</a>
    </p>
  )
}
