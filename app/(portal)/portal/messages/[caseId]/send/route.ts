import { clientPost } from '@/app/(portal)/client-form'
import { writeMyMessage } from '@/lib/messages/commands'

/** A message, and a photo with it. */
export const POST = clientPost(writeMyMessage, {
  done: ({ caseId }) => `/portal/messages/${caseId}?done=sent`,
  form: ({ caseId }) => `/portal/messages/${caseId}`,
  isWorthAlone: true,
  givesBack: true,
})
