import { getMessages, getTranslations } from 'next-intl/server'
import type { LookedAt } from '@/lib/core/access-log'
import { deedWords } from '../deed-word'
import { fieldWords } from '../log-words'

/** What a line of the access log is about: a page, a file, a field of a client, or what was refused and why. */
export async function accessWords(): Promise<(what: string) => string> {
  const t = await getTranslations('auditPages')
  const [deed, field] = [await deedWords(), await fieldWords()]
  const { exports, reports, auditPages } = await getMessages()
  const kinds: Record<string, string> = exports.kind
  const names: Record<string, string> = reports.name
  const why: Record<string, string> = auditPages.why
  const fixed: Record<LookedAt, string> = {
    case: t('looked.case'),
    client: t('looked.client'),
    'case.search': t('looked.caseSearch'),
    'client.search': t('looked.clientSearch'),
    'client.duplicates': t('looked.clientDuplicates'),
    'client.statements': t('looked.statements'),
    'client.evidence': t('looked.evidenceList'),
    'client.debts': t('looked.debts'),
    'evidence.file': t('looked.evidenceFile'),
    caseFile: t('looked.caseFile'),
    'evidence.bundle': t('looked.evidenceBundle'),
    'agreement.paper': t('looked.agreementPaper'),
    message: t('looked.message'),
    'message.file': t('looked.messageFile'),
    letter: t('looked.letter'),
    'proposal.letter': t('looked.letter'),
    'conduct.complaint': t('looked.complaint'),
    'analytics.export': t('looked.analytics'),
    'job.download': t('looked.preparedReport'),
    'page.office': t('looked.officePage'),
    'page.portal': t('looked.portalPage'),
  }
  const byPrefix: Record<string, (rest: string) => string> = {
    client: (name) => t('looked.clientField', { field: field(name) }),
    export: (kind) => t('looked.exportOf', { kind: kinds[kind] ?? kind }),
    report: (id) => t('looked.exportOf', { kind: names[id] ?? id }),
  }
  const words: Record<string, string> = fixed
  return (what) => {
    const [name = '', reason] = what.split(':')
    if (reason !== undefined)
      return t('refused', { deed: name.startsWith('page.') ? (words[name] ?? name) : deed(name), why: why[reason] ?? reason })
    const [prefix = '', rest = ''] = what.split('.')
    return words[what] ?? byPrefix[prefix]?.(rest) ?? deed(what)
  }
}
