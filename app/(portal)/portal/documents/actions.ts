'use server'
import { confirmMyDocument } from '@/lib/evidence/confirm.commands'
import { clientForm } from '../../client-form'

export const confirmDocumentAction = clientForm(confirmMyDocument, {
  done: ({ evidenceId }) => `/portal/documents/${evidenceId}?done=confirmed`,
  form: ({ evidenceId }) => `/portal/documents/${evidenceId}`,
})
