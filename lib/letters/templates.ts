import type { LetterKind, Locale } from '@/db/vocabulary'
import type { LetterTemplate } from './kinds'
import { adviceConfirmation, authority, truthDeclaration } from './templates/declarations'
import { collectionComplaint, confirmationRequest, counterReply, creditDispute, reminder, supplement } from './templates/replies'
import { dateChange, hardshipNotice, lowerInstalment, lumpSum, negotiation, termExtension, waiver } from './templates/requests'
import { clientSummary, phoneScript } from './templates/spoken'
import { documentRequest, planReminder } from './templates/to-client'

/** The templates the product ships: version 1 of every organisation. What it publishes of its own takes their place. */
export const templates: Record<LetterKind, Record<Locale, LetterTemplate>> = {
  NEGOTIATION: negotiation,
  HARDSHIP_NOTICE: hardshipNotice,
  TERM_EXTENSION: termExtension,
  LOWER_INSTALMENT: lowerInstalment,
  WAIVER: waiver,
  LUMP_SUM: lumpSum,
  DATE_CHANGE: dateChange,
  SUPPLEMENT: supplement,
  COUNTER_REPLY: counterReply,
  REMINDER: reminder,
  CONFIRMATION_REQUEST: confirmationRequest,
  AUTHORITY: authority,
  TRUTH_DECLARATION: truthDeclaration,
  CREDIT_DISPUTE: creditDispute,
  COLLECTION_COMPLAINT: collectionComplaint,
  ADVICE_CONFIRMATION: adviceConfirmation,
  DOCUMENT_REQUEST: documentRequest,
  PLAN_REMINDER: planReminder,
  PHONE_SCRIPT: phoneScript,
  CLIENT_SUMMARY: clientSummary,
}
