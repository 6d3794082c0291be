import { redirect } from 'next/navigation'
import { orNotFound } from '@/app/_parts/or-not-found'
import { myBudget } from '@/lib/portal/budget.queries'
import { clientHere } from '../../client-here'

/** Goes on where the client stopped. */
export default async function BudgetPage() {
  const { next } = await orNotFound(myBudget(await clientHere()))
  redirect(`/portal/budget/${next ?? 'check'}`)
}
