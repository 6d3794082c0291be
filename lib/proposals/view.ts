import { type Money, toText } from '@/lib/platform/money'
import type { Line, Version } from './scope.queries'

/** A version as plain values: amounts as text, moments as ISO text. The letter is not in it. */
export const versionView = (version: Version, lines: readonly Line[]) => ({
  id: version.id,
  caseId: version.caseId,
  number: version.number,
  round: version.round,
  version: version.version,
  outcome: version.outcome,
  statementId: version.statementId,
  surplus: version.surplus === null ? null : toText(version.surplus),
  whatChanged: version.whatChanged,
  overAffordableReason: version.overAffordableReason,
  limitationAnswer: version.limitationAnswer,
  truthDeclaredAt: moment(version.truthDeclaredAt),
  clientApprovedAt: moment(version.clientApprovedAt),
  checkedAt: moment(version.checkedAt),
  ratedWillingness: version.ratedWillingness,
  sourceOfFunds: version.sourceOfFunds,
  letterLocale: version.letterLocale,
  letterTitle: version.letterTitle,
  letterHash: version.letterHash,
  letterTemplate: version.letterTemplate,
  validUntil: version.validUntil,
  sentAt: moment(version.sentAt),
  channel: version.channel,
  proof: version.proof,
  expectedReplyBy: version.expectedReplyBy,
  createdAt: version.createdAt.toISOString(),
  savedAt: moment(version.savedAt),
  lines: lines.map(lineView),
})

const moment = (at: Date | null) => at?.toISOString() ?? null

const lineView = ({ debtId, reliefs, treatment, before, after, ...amounts }: Line) => ({
  ...{ debtId, reliefs, treatment, before, after },
  instalment: text(amounts.instalment),
  total: text(amounts.total),
  waived: text(amounts.waived),
})

const text = (amount: Money) => toText(amount)

export type VersionView = ReturnType<typeof versionView>
