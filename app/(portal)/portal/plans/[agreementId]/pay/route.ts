import { clientPost } from '@/app/(portal)/client-form'
import { reportMyPayment } from '@/lib/portal/commands'

/** "I paid", and a picture of the receipt. */
export const POST = clientPost(reportMyPayment, {
  done: () => '/portal?done=paid',
  form: ({ agreementId }) => `/portal/plans/${agreementId}`,
})
