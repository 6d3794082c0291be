import type { decisions } from '@/db/schema'

/** An answer as plain values. */
export const decisionView = (decision: typeof decisions.$inferSelect) => ({
  id: decision.id,
  versionId: decision.versionId,
  debtId: decision.debtId,
  result: decision.result,
  granted: decision.granted,
  reasons: decision.reasons,
  grantRatios: decision.grantRatios,
  decidedOn: decision.decidedOn,
  recordedAt: decision.recordedAt.toISOString(),
  channel: decision.channel,
  decidedBy: decision.decidedBy,
  note: decision.note,
  evidenceId: decision.evidenceId,
  counterAccepted: decision.counterAccepted,
})

export type DecisionView = ReturnType<typeof decisionView>
