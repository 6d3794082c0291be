import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orMissing } from '@/app/(portal)/missing'
import { myBudget } from '@/lib/portal/budget.queries'
import { frame } from '@/lib/portal/frame.queries'
import { clientHere } from '../../client-here'
import { BackHome } from '../back-home'
import { Stopped } from '../stopped'

/** Goes on where the client stopped; while the work stands still, that it does. */
export default async function BudgetPage() {
  const [actor, t] = [await clientHere(), await getTranslations('budget')]
  const [{ next }, { stoppedSince }] = [await orMissing(myBudget(actor)), await frame(actor)]
  if (stoppedSince === null) redirect(`/portal/budget/${next ?? 'check'}`)
  return (
    <>
      <title>{t('title')}</title>
      <BackHome />
      <h1>{t('title')}</h1>
      <Stopped since={stoppedSince} actor={actor} />
    </>
  )
}
