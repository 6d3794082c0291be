'use server'
import { answerBudget, submitBudget } from '@/lib/portal/budget.commands'
import { closeCalendar, openCalendar } from '@/lib/portal/calendar.commands'
import { tellCircumstance } from '@/lib/portal/circumstance.commands'
import { approveMine, cannotProvide, signMyReceipt } from '@/lib/portal/commands'
import { giveMyConsent, revokeMyAuthority, signMyAuthority, withdrawMyConsent } from '@/lib/portal/consent.commands'
import { addDelegate, revokeDelegate } from '@/lib/portal/delegate.commands'
import { setSafePhrase } from '@/lib/portal/profile.commands'
import { askRight } from '@/lib/rights/commands'
import { clientForm } from '../client-form'

const home = (done: string) => () => `/portal?done=${done}`

export const approveAction = clientForm(approveMine, {
  done: home('approved'),
  form: ({ versionId }) => `/portal/proposals/${versionId}`,
  isSigned: true,
})
export const cannotProvideAction = clientForm(cannotProvide, {
  done: home('told'),
  form: ({ requestId }) => `/portal/uploads/${requestId}`,
})
export const signReceiptAction = clientForm(signMyReceipt, {
  done: home('signed'),
  form: ({ agreementId }) => `/portal/receipts/${agreementId}`,
  isSigned: true,
})
export const setSafePhraseAction = clientForm(setSafePhrase, {
  done: home('phraseSaved'),
  form: () => '/portal/safe-phrase',
})
export const giveConsentAction = clientForm(giveMyConsent, {
  done: () => '/portal/consents?done=consented',
  form: ({ purpose, creditorId }) => `/portal/consents/${purpose}${creditorId === undefined ? '' : `/${creditorId}`}`,
  words: { tick: 'agree' },
  repeated: 'consent_given',
})
export const withdrawConsentAction = clientForm(withdrawMyConsent, {
  done: () => '/portal/consents?done=withdrawn',
  form: () => '/portal/consents',
  repeated: 'consent_missing',
})
export const signAuthorityAction = clientForm(signMyAuthority, {
  done: () => '/portal/consents?done=authorised',
  form: () => '/portal/authority',
})
export const revokeAuthorityAction = clientForm(revokeMyAuthority, {
  done: () => '/portal/consents?done=revoked',
  form: () => '/portal/consents',
  repeated: 'already_revoked',
})
export const answerBudgetAction = clientForm(answerBudget, {
  done: () => '/portal/budget',
  form: ({ question }) => `/portal/budget/${question}`,
  words: { amountPositive: 'amountFromZero' },
})
export const submitBudgetAction = clientForm(submitBudget, {
  done: home('budgeted'),
  form: () => '/portal/budget/check',
})
export const tellCircumstanceAction = clientForm(tellCircumstance, {
  done: home('heard'),
  form: ({ agreementId }) => `/portal/plans/${agreementId}/cannot`,
  words: { kind: 'reason' },
})
export const openCalendarAction = clientForm(openCalendar, {
  done: () => '/portal/calendar?done=calendar',
  form: () => '/portal/calendar',
})
export const closeCalendarAction = clientForm(closeCalendar, {
  done: () => '/portal/calendar?done=calendarClosed',
  form: () => '/portal/calendar',
})
export const askRightAction = clientForm(askRight, {
  done: () => '/portal/data?done=asked',
  form: () => '/portal/data',
})
export const addDelegateAction = clientForm(addDelegate, {
  done: () => '/portal/family?done=delegated',
  form: () => '/portal/family',
})
export const revokeDelegateAction = clientForm(revokeDelegate, {
  done: () => '/portal/family?done=delegateRevoked',
  form: () => '/portal/family',
})
