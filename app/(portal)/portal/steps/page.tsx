import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { dateInWords } from '@/app/_parts/dates'
import { orMissing } from '@/app/(portal)/missing'
import { budgetActions } from '@/lib/fallback/queries'
import { clientHere } from '../../client-here'
import { BackHome } from '../back-home'

type Step = Awaited<ReturnType<typeof budgetActions>>['actions'][number]

/** The steps of my budget and what I save for, with how far I have come, and how to keep my record clean (FB-04 to FB-06). */
export default async function StepsPage() {
  const [t, topics] = [await getTranslations('steps'), await getTranslations('fallback.topic')]
  const mine = await orMissing(budgetActions(await clientHere()))
  return (
    <>
      <title>{t('title')}</title>
      <BackHome />
      <h1>{t('title')}</h1>
      <p className="lead">{t(mine.actions.length === 0 ? 'none' : 'lead')}</p>
      {mine.actions.map((step) => (
        <OneStep key={step.id} step={step} today={mine.today} />
      ))}
      {mine.topics.length > 0 && (
        <section className="card">
          <h2>{t('keep')}</h2>
          <ul>
            {mine.topics.map((topic) => (
              <li key={topic}>{topics(topic)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

async function OneStep({ step, today }: { step: Step; today: string }) {
  const [t, locale] = [await getTranslations('steps'), await getLocale()]
  const { kind, title, amount, progress, monthly, targetOn, projectedOn } = step
  const day = (date: string | null) => (date === null ? '' : dateInWords(date, locale, today))
  const aim =
    kind === 'BUDGET'
      ? t('budget', { amount: yuan(amount), date: day(targetOn) })
      : t('savings', { amount: yuan(amount), monthly: yuan(monthly ?? '0') })
  return (
    <section className="card">
      <h2>{title}</h2>
      <p>{aim}</p>
      <p>
        <b>{t('soFar', { progress: yuan(progress) })}</b>
      </p>
      {projectedOn !== null && <p className="note">{t('projected', { date: day(projectedOn) })}</p>}
    </section>
  )
}
