import { isPaperFor, type PaperCode } from '@/lib/agreements/paper'
import type { CaseView } from '../_frame/case-view'
import { receivedOn } from './received-on'

/** Files on record that can be this paper, as a form offers them; nothing else may pass for it. */
export const fittingPapers = ({ evidence, kase, actor }: CaseView, code: PaperCode, locale: string) =>
  evidence.items
    .filter((file) => isPaperFor(file, { caseId: kase.id, code }))
    .map(({ id, fileName, receivedAt }) => ({
      value: id,
      label: [fileName, receivedOn(receivedAt, actor, locale)].filter((part) => part !== '').join(' · '),
    }))
