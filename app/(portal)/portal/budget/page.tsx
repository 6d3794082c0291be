import { redirect } from 'next/navigation'
import { orMissing } from '@/app/(portal)/missing'
import { myBudget } from '@/lib/portal/budget.queries'
import { clientHere } from '../../client-here'

/** Goes on where the client stopped. */
export default async function BudgetPage() {
  const { next } = await orMissing(myBudget(await clientHere()))
  redirect(`/portal/budget/${next ?? 'check'}`)
}
