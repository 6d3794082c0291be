import { clientPost } from '@/app/(portal)/client-form'
import { reportMyBill } from '@/lib/portal/bill.commands'

/** A bill field by field, and a screenshot of it. */
export const POST = clientPost(reportMyBill, {
  done: () => '/portal?done=billed',
  form: ({ debtId }) => `/portal/bill/${debtId}`,
})
