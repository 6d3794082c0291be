import type { CaseStage, OpenStage } from '@/db/vocabulary'
import { stages } from '@/lib/cases/stages'
import { addDays, earlier } from '@/lib/platform/dates'
import { searchText } from '@/lib/platform/pinyin'
import { chance as chanceOf } from './chance'
import { debtsOf, owedOn, type SeededDebt } from './debts'
import { daysAgo, type Ground, type Life } from './ground'
import { type Person, personOf } from './person'
import { proposalRows } from './proposal'
import type { Row, Rows } from './rows'

/** How many of a hundred open cases stand in each stage. */
const spread: Record<OpenStage, number> = {
  INTAKE: 12,
  EVIDENCE: 20,
  DRAFTING: 10,
  CLIENT_REVIEW: 6,
  SUBMITTED: 16,
  INFO_REQUESTED: 6,
  COUNTERED: 4,
  CONFIRMING: 5,
  MONITORING: 17,
  FALLBACK: 4,
}

/** The way a case usually comes to a stage. */
const way: readonly CaseStage[] = ['INTAKE', 'EVIDENCE', 'DRAFTING', 'CLIENT_REVIEW', 'SUBMITTED', 'CONFIRMING', 'MONITORING']

/** Every row of one case: an open one somewhere on the board, or a closed one whose proposal was decided. */
export function caseRows(ground: Ground, seed: string, { serial, isDecided }: { serial: number; isDecided: boolean }): Rows {
  const life = lifeOf(ground, seed, { serial, isDecided })
  const { chance } = life
  const { person, rows } = personOf(life)
  const debts = debtsOf(life)
  const stage = isDecided ? 'CLOSED' : chance.weighted(spread)
  const proposal = proposalRows(life, { person, debts, stage })
  return {
    ...rows,
    cases: [caseRow(life, { person, debts, stage, isGranted: proposal.isGranted })],
    debts: debts.map(({ row }) => row),
    case_search: [searchRow(life, person)],
    stage_events: stageEvents(life, stage),
    contacts: contactsOf(life),
    ...proposal.rows,
  }
}

function lifeOf(ground: Ground, seed: string, { serial, isDecided }: { serial: number; isDecided: boolean }): Life {
  const chance = chanceOf(`${seed}:${serial}`)
  const owner = ground.counsellors[(serial - 1) % ground.counsellors.length]
  if (owner === undefined) throw new Error('an office needs a counsellor')
  const age = isDecided ? chance.whole(90, 720) : chance.whole(0, 150)
  return {
    ground,
    chance,
    serial,
    caseId: chance.uuid(),
    clientId: chance.uuid(),
    owner,
    product: chance.pick(ground.products),
    age,
  }
}

const numberOf = (serial: number) => `XS-${String(serial).padStart(6, '0')}`

type Standing = { person: Person; debts: readonly SeededDebt[]; stage: CaseStage; isGranted: boolean }

function caseRow({ ground, chance, serial, caseId, clientId, owner, product, age }: Life, standing: Standing): Row {
  const { person, debts, stage, isGranted } = standing
  const isClosed = stage === 'CLOSED'
  const inStage = isClosed ? 0 : chance.whole(0, Math.min(age, 20))
  return {
    ...{ org_id: ground.organisationId, id: caseId, serial, number: numberOf(serial), client_id: clientId },
    ...{ creditor_id: product.creditorId, product_id: product.id, owner_id: owner.id, team_id: owner.teamId },
    ...{
      stage,
      stage_since: daysAgo(ground, inStage),
      whose_move: stages[stage].whoseMove,
      next_action: stages[stage].nextAction,
    },
    ...{ next_action_text: '', due_on: isClosed ? null : addDays(ground.today, chance.whole(-10, 30)), hold_reason: '' },
    ...{ overlays: chance.happens(0.03) ? ['DISPUTED'] : [], goal: '', source: 'SELF', triage: 'NEGOTIATE', triage_reason: '' },
    ...{ hardship_type: person.hardship, owed: owedOn(debts), oldest_due_on: oldestDue(debts), opened_at: daysAgo(ground, age) },
    ...{ first_hardship_contact_at: daysAgo(ground, Math.max(0, age - 2)), round: 1 },
    ...{ fallback_reason: stage === 'FALLBACK' ? 'REFUSED' : null, closed_at: isClosed ? daysAgo(ground, 1) : null },
    closing_outcome: isClosed ? (isGranted ? 'AGREEMENT_COMPLETED' : 'REFUSED_FINAL') : null,
    ...{ closing_reason: '', client_summary: '', card: '', version: 1 },
  }
}

const oldestDue = (debts: readonly SeededDebt[]) =>
  debts.map(({ row, nextDue }) => String(row['oldest_unpaid_due_on'] ?? nextDue)).reduce(earlier)

const searchRow = ({ ground, caseId, clientId, owner, product, serial }: Life, { name, phoneTail }: Person): Row => ({
  ...{ org_id: ground.organisationId, case_id: caseId, client_id: clientId, owner_id: owner.id, team_id: owner.teamId },
  text: searchText(name, [numberOf(serial), product.brand, product.creditor, phoneTail]),
})

/** The last two steps of the way here: what a history shows first. */
function stageEvents({ ground, chance, caseId, clientId, owner, age }: Life, stage: CaseStage): Row[] {
  const before = way.slice(0, Math.max(1, way.indexOf(stage))).at(-1) ?? 'INTAKE'
  const of = { org_id: ground.organisationId, case_id: caseId, client_id: clientId, by: owner.id, reason: '', overrode: [] }
  const opened = { ...of, id: chance.uuid(), from: null, to: 'INTAKE', at: daysAgo(ground, age) }
  if (stage === 'INTAKE') return [opened]
  return [opened, { ...of, id: chance.uuid(), from: before, to: stage, at: daysAgo(ground, Math.floor(age / 2)) }]
}

function contactsOf({ ground, chance, caseId, clientId, owner, age }: Life): Row[] {
  if (chance.happens(0.4)) return []
  const of = {
    org_id: ground.organisationId,
    case_id: caseId,
    client_id: clientId,
    by: owner.id,
    speaker: 'COUNSELLOR_WITH_AUTHORITY',
  }
  const call = {
    direction: 'OUT',
    channel: 'PHONE',
    counterpart: 'CREDITOR',
    purpose: 'HARDSHIP_NOTICE',
    number_dialled: '95188',
    agent_number: '',
  }
  return [
    {
      ...of,
      ...call,
      id: chance.uuid(),
      at: daysAgo(ground, Math.max(0, age - 2)),
      summary: '说明困难并表示愿意协商。',
      client_visible: 'NO',
    },
  ]
}
