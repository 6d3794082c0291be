import type { CaseStage, DecisionResult, RefusalReason } from '@/db/vocabulary'
import { addDays } from '@/lib/platform/dates'
import type { SeededDebt } from './debts'
import { daysAgo, type Life } from './ground'
import type { Person } from './person'
import { plansFor } from './plans'
import type { Row, Rows } from './rows'
import { snapshotRow } from './snapshot'

type Asked = { person: Person; debts: readonly SeededDebt[]; stage: CaseStage }
/** Stages whose proposal waits, and those where it was answered in one way; a closed case was answered either way. */
const waiting: readonly CaseStage[] = ['SUBMITTED', 'INFO_REQUESTED']
const answered: Partial<Record<CaseStage, DecisionResult>> = {
  COUNTERED: 'COUNTERED',
  CONFIRMING: 'ACCEPTED',
  MONITORING: 'ACCEPTED',
  FALLBACK: 'REJECTED',
}

/** The proposal a case in this stage has sent, with its frozen factors and, where there is one, the creditor's answer. */
export function proposalRows(life: Life, asked: Asked): { isGranted: boolean; rows: Rows } {
  const { stage } = asked
  const result = stage === 'CLOSED' ? answerTo(life, asked) : answered[stage]
  if (result === undefined && !waiting.includes(stage)) return { isGranted: false, rows: {} }
  const sentAge = Math.max(0, life.age - life.chance.whole(5, 30))
  const versionId = life.chance.uuid()
  const rows: Rows = {
    proposal_versions: [versionRow(life, asked, { versionId, sentAge, outcome: result ?? 'PENDING' })],
    proposal_lines: asked.debts.map((debt) => lineRow(life, debt, versionId)),
    factor_snapshots: [snapshotRow(life, asked, { versionId, sentAge })],
    ...(result === undefined ? {} : { decisions: [decisionRow(life, { versionId, sentAge, result })] }),
  }
  return { isGranted: result === 'ACCEPTED' || result === 'ACCEPTED_MODIFIED', rows }
}

/** Half are granted; more where nothing was overdue yet, fewer long after that or after an earlier restructuring. */
function answerTo({ chance }: Life, { debts, person }: Asked): DecisionResult {
  const overdue = Math.max(...debts.map(({ overdueDays }) => overdueDays))
  const leanings: [boolean, number][] = [
    [overdue === 0, 0.2],
    [overdue > 90, -0.15],
    [debts.some(({ earlierRestructures }) => earlierRestructures > 0), -0.2],
    [person.disposable > 1500, 0.05],
  ]
  const isGranted = chance.happens(leanings.reduce((sum, [holds, leaning]) => sum + (holds ? leaning : 0), 0.5))
  return isGranted ? chance.weighted({ ACCEPTED: 3, ACCEPTED_MODIFIED: 1 }) : chance.weighted({ REJECTED: 9, NO_RESPONSE: 1 })
}

const ofCase = ({ ground, caseId, clientId }: Life) => ({ org_id: ground.organisationId, case_id: caseId, client_id: clientId })

function versionRow(life: Life, { person }: Asked, sent: { versionId: string; sentAge: number; outcome: string }): Row {
  const { ground, owner } = life
  const at = daysAgo(ground, sent.sentAge)
  return {
    ...{
      ...ofCase(life),
      id: sent.versionId,
      number: 1,
      round: 1,
      statement_id: person.statementId,
      surplus: `${person.disposable}.00`,
    },
    ...{
      what_changed: '',
      over_affordable_reason: '',
      limitation_answer: 'NOT_NEAR',
      truth_declared_at: at,
      client_approved_at: at,
    },
    ...{
      source_of_funds: '工资收入',
      letter_locale: 'zh-CN',
      letter_title: '延长还款期限申请',
      letter_text: '请求延长还款期限。',
    },
    ...{ letter_template: '', letter_hash: '', sent_at: at, sent_by: owner.id, channel: 'APP_CHAT', proof: '在线客服会话' },
    ...{
      expected_reply_by: addDays(ground.today, 15 - sent.sentAge),
      outcome: sent.outcome,
      created_by: owner.id,
      created_at: at,
      version: 1,
    },
  }
}

function lineRow({ ground, clientId }: Life, debt: SeededDebt, versionId: string): Row {
  const { before, after } = plansFor(debt)
  return {
    ...{ org_id: ground.organisationId, version_id: versionId, debt_id: debt.id, client_id: clientId },
    ...{ reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 2 * debt.periods }], treatment: 'FIRST_INSTALMENT', before, after },
    ...{ instalment: after.rows[0]?.payment ?? '0.00', total: after.total, waived: '0.00' },
  }
}

const refusals = {
  REASON_INSUFFICIENT: 3,
  EVIDENCE_INSUFFICIENT: 3,
  CREDIT_RECORD: 2,
  POLICY: 1,
  NOT_GIVEN: 2,
} satisfies Partial<Record<RefusalReason, number>>

function decisionRow(
  life: Life,
  { versionId, sentAge, result }: { versionId: string; sentAge: number; result: DecisionResult },
): Row {
  const { ground, chance, owner } = life
  const age = Math.max(0, sentAge - chance.whole(1, 30))
  const granted = result.startsWith('ACCEPTED') ? [{ type: 'TERM_EXTENSION' }] : []
  return {
    ...{
      ...ofCase(life),
      id: chance.uuid(),
      version_id: versionId,
      result,
      granted,
      reasons: result === 'REJECTED' ? [chance.weighted(refusals)] : [],
    },
    ...{
      grant_ratios: granted.length > 0 ? { TERM_EXTENSION: result === 'ACCEPTED' ? '1' : '0.5' } : {},
      decided_on: addDays(ground.today, -age),
    },
    ...{ recorded_at: daysAgo(ground, age), channel: 'PHONE', decided_by: '', note: '', counter_accepted: false, by: owner.id },
  }
}
