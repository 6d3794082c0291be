import type { CaseStage, Mover, NextActionCode } from '@/db/vocabulary'
import type { GuardName } from './guards'

export type StageRow = {
  /** Where a case may go from here. */
  next: readonly CaseStage[]
  whoseMove: Mover
  /** Working days a case should stay at most; null where time is not the measure. */
  targetDays: number | null
  /** Cases one person should have here at a time; null where there is no such limit. */
  softLimit: number | null
  nextAction: NextActionCode | null
  /**
   * What must be known before a case may enter. Every step on needs the basic consent [PIPL 15]; taking back what was sent, writing
   * down what the creditor answers and keeping to what is signed need none.
   */
  needs: readonly GuardName[]
}

/** The stage machine (domain.md 2.2). A new stage is one word in the vocabulary, one row here and its two names. */
export const stages: Record<CaseStage, StageRow> = {
  INTAKE: {
    next: ['EVIDENCE', 'FALLBACK', 'CLOSED'],
    whoseMove: 'us',
    targetDays: 2,
    softLimit: 10,
    nextAction: 'TRIAGE',
    needs: ['consent'],
  },
  EVIDENCE: {
    next: ['DRAFTING', 'INTAKE', 'CLOSED'],
    whoseMove: 'client',
    targetDays: 5,
    softLimit: 15,
    nextAction: 'COLLECT_EVIDENCE',
    needs: ['consent', 'identity', 'debt', 'triage', 'hardship'],
  },
  DRAFTING: {
    next: ['CLIENT_REVIEW', 'EVIDENCE', 'CLOSED'],
    whoseMove: 'us',
    targetDays: 3,
    softLimit: 6,
    nextAction: 'DRAFT_PROPOSAL',
    needs: ['statement', 'authorisation'],
  },
  CLIENT_REVIEW: {
    next: ['SUBMITTED', 'DRAFTING', 'CLOSED'],
    whoseMove: 'client',
    targetDays: 3,
    softLimit: 10,
    nextAction: 'CLIENT_CONFIRM',
    needs: ['consent', 'version', 'limitation', 'supervisorCheck'],
  },
  SUBMITTED: {
    next: ['INFO_REQUESTED', 'COUNTERED', 'CONFIRMING', 'FALLBACK', 'DRAFTING', 'CLOSED'],
    whoseMove: 'creditor',
    targetDays: 10,
    softLimit: null,
    nextAction: 'AWAIT_REPLY',
    needs: ['clientApproval', 'truth', 'sent', 'snapshot'],
  },
  INFO_REQUESTED: {
    next: ['SUBMITTED', 'FALLBACK', 'CLOSED'],
    whoseMove: 'client',
    targetDays: 3,
    softLimit: 10,
    nextAction: 'SEND_DOCUMENTS',
    needs: ['infoRequest'],
  },
  COUNTERED: {
    next: ['CONFIRMING', 'DRAFTING', 'FALLBACK', 'CLOSED'],
    whoseMove: 'us',
    targetDays: 3,
    softLimit: 6,
    nextAction: 'ANSWER_COUNTER',
    needs: ['counterTerms'],
  },
  CONFIRMING: {
    next: ['MONITORING', 'COUNTERED', 'FALLBACK', 'CLOSED'],
    whoseMove: 'creditor',
    targetDays: 5,
    softLimit: null,
    nextAction: 'GET_CONFIRMATION',
    needs: ['decision'],
  },
  MONITORING: {
    next: ['CLOSED', 'DRAFTING', 'FALLBACK'],
    whoseMove: 'client',
    targetDays: null,
    softLimit: null,
    nextAction: 'CHECK_PAYMENT',
    needs: ['writtenConfirmation', 'receipt'],
  },
  FALLBACK: {
    next: ['DRAFTING', 'CLOSED'],
    whoseMove: 'us',
    targetDays: 5,
    softLimit: 10,
    nextAction: 'PLAN_FALLBACK',
    needs: ['fallbackReason'],
  },
  CLOSED: {
    next: ['INTAKE'],
    whoseMove: 'nobody',
    targetDays: null,
    softLimit: null,
    nextAction: null,
    needs: ['closing', 'outcomeFits', 'outcomeBorneOut'],
  },
}

/** What some moves ask for beyond what their target stage needs. */
const moveNeeds: Partial<Record<`${CaseStage}>${CaseStage}`, readonly GuardName[]>> = {
  'EVIDENCE>DRAFTING': ['consent'],
  'CLIENT_REVIEW>SUBMITTED': ['consent'],
  'SUBMITTED>DRAFTING': ['withdrawn'],
  'COUNTERED>DRAFTING': ['consent'],
  'MONITORING>DRAFTING': ['consent'],
  'MONITORING>FALLBACK': ['agreementEnded'],
  'FALLBACK>DRAFTING': ['consent', 'whatChanged'],
  'CLOSED>INTAKE': ['reason'],
}

export type Step = { from: CaseStage; to: CaseStage }

export const canGo = ({ from, to }: Step) => stages[from].next.includes(to)

/** Everything one move needs, the stage's own needs first. */
export const needsOf = ({ from, to }: Step): readonly GuardName[] => [...stages[to].needs, ...(moveNeeds[`${from}>${to}`] ?? [])]

/** Taking a closed case up again is a supervisor's decision. */
export const isReopening = ({ from }: Step) => from === 'CLOSED'
