import type { ServerDraft } from '@/app/_parts/form/use-draft'
import type { DraftForm } from '@/db/vocabulary'
import { keepDraftAction, readDraftAction } from './draft-actions'

/**
 * What somebody is typing into a form of a case, kept on the server. Where the form is about one version, what was typed
 * about another one stays away: `versionId` goes along with every form about a version.
 */
export const keptDraft = (caseId: string, form: DraftForm, versionId?: string): ServerDraft => ({
  read: async () => {
    const kept = await readDraftAction(caseId, form).catch(() => null)
    return versionId === undefined || kept?.values['versionId'] === versionId ? kept : null
  },
  write: (values) => keepDraftAction(caseId, form, values).catch(() => null),
})
