import type { Locale } from '@/db/vocabulary'
import type { LetterKind, LetterTemplate } from './kinds'
import { adviceConfirmation, authority, truthDeclaration } from './templates/declarations'
import { collectionComplaint, confirmationRequest, counterReply, creditDispute, supplement } from './templates/replies'
import { dateChange, hardshipNotice, lowerInstalment, lumpSum, negotiation, termExtension, waiver } from './templates/requests'
import { clientSummary, phoneScript } from './templates/spoken'

/** The templates the product ships; an organisation's own, where it has one, takes its place. */
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
  CONFIRMATION_REQUEST: confirmationRequest,
  AUTHORITY: authority,
  TRUTH_DECLARATION: truthDeclaration,
  CREDIT_DISPUTE: creditDispute,
  COLLECTION_COMPLAINT: collectionComplaint,
  ADVICE_CONFIRMATION: adviceConfirmation,
  PHONE_SCRIPT: phoneScript,
  CLIENT_SUMMARY: clientSummary,
}

/** Version of the shipped texts: stored with every letter, raised with every change of a word. */
export const templatesVersion = 1
