import { redirect } from 'next/navigation'
import { myBudget } from '@/lib/portal/budget.queries'
import { clientHere } from '../../client-here'
import { orNotFound } from '../../or-not-found'

/** Goes on where the client stopped. */
export default async function BudgetPage() {
  const { next } = await orNotFound(myBudget(await clientHere()))
  redirect(`/portal/budget/${next ?? 'check'}`)
}
