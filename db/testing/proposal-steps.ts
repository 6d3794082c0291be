import { eq } from 'drizzle-orm'
import { execute } from '@/lib/core/command'
import { draftProposal } from '@/lib/proposals/draft.commands'
import { saveProposal } from '@/lib/proposals/save.commands'
import { sendProposal, withdrawProposal } from '@/lib/proposals/send.commands'
import { cases, proposalVersions } from '../schema'
import type { ReliefLine } from '../schema/proposals'
import { clock, type Office } from './factories'
import { type Negotiation, sending } from './negotiation'

type Step = { versionId: string; version: number }

export const extension: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]

/** The steps of a version, one by one, in the office that `of` gives. */
export function proposalSteps(of: () => Office) {
  const by = () => of().counsellor
  const step = ({ versionId, version }: Step) => ({ versionId, version })
  return {
    by,
    versionOf: async (id: string) => {
      const [row] = await of().within((tx) => tx.select().from(proposalVersions).where(eq(proposalVersions.id, id)))
      if (row === undefined) throw new Error('no version')
      return row
    },
    stageOf: async ({ kase }: Negotiation) => {
      const [row] = await of().within((tx) => tx.select({ stage: cases.stage }).from(cases).where(eq(cases.id, kase.id)))
      return row?.stage
    },
    draft: (negotiation: Negotiation, values: object = {}) =>
      execute(draftProposal, by(), { caseId: negotiation.kase.id, ...values }, { now: clock }),
    save: (given: Step, values: object) => execute(saveProposal, by(), { ...step(given), ...values }, { now: clock }),
    send: (given: Step, values: object = {}) =>
      execute(sendProposal, by(), { ...step(given), ...sending, ...values }, { now: clock }),
    withdraw: (given: Step) => execute(withdrawProposal, by(), step(given), { now: clock }),
  }
}
