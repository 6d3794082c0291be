import { catalogue, catalogueVersion, computeFactors } from '@/lib/factors/catalogue'
import type { DebtFacts, FactorFacts } from '@/lib/factors/facts'
import type { Found } from '@/lib/factors/found'
import { addDays } from '@/lib/platform/dates'
import { type Money, money, rate, sum } from '@/lib/platform/money'
import type { SeededDebt } from './debts'
import { daysAgo, type Life } from './ground'
import type { Person } from './person'
import { plansFor } from './plans'
import type { Row } from './rows'

type Known = { person: Person; debts: readonly SeededDebt[] }

/** The factors of a seeded proposal, computed by the product's own catalogue from what the seed knows of it. */
export function snapshotRow(life: Life, known: Known, { versionId, sentAge }: { versionId: string; sentAge: number }): Row {
  const { ground, chance, caseId, clientId } = life
  const sentOn = addDays(ground.today, -sentAge)
  const facts = factsOf(life, known, sentOn)
  // A present value costs more than all the rest of the case: it is worked out once for each kind of loan.
  const { values, missing } = computeFactors(
    { ...facts, debts: facts.debts.map((debt) => ({ ...debt, dailyPercent: null })) },
    sentOn,
  )
  const { 'F-20': _, ...stillMissing } = missing
  const concession = concessionAsked(known.debts, facts, sentOn)
  return {
    ...{ org_id: ground.organisationId, case_id: caseId, client_id: clientId, id: chance.uuid(), version_id: versionId },
    ...{ catalogue_version: catalogueVersion, taken_at: daysAgo(ground, sentAge), refrozen: false, reason: '' },
    values: { ...values, 'F-20': 'value' in concession ? concession.value : null },
    missing: stillMissing,
  }
}

function concessionAsked(debts: readonly SeededDebt[], facts: FactorFacts, sentOn: string): Found {
  const key = debts.map(({ principal, periods, nextDue }) => `${principal} ${periods} ${nextDue}`).join()
  const known = concessions.get(key) ?? catalogue['F-20'].compute(facts, sentOn)
  concessions.set(key, known)
  return known
}
const concessions = new Map<string, Found>()

function factsOf({ ground, chance, age, product }: Life, { person, debts }: Known, sentOn: string): FactorFacts {
  const { type, startedOn } = { type: person.hardship, startedOn: addDays(ground.today, -age - 30) }
  const balances = debts.map(({ row }) => money(String(row['principal'])).plus(String(row['interest'])))
  return {
    openedOn: addDays(ground.today, -age),
    firstHardshipContactOn: addDays(ground.today, -age + 2),
    hardship: { type, startedOn, incomeBefore: money(`${person.income + 800}`), incomeVerified: true },
    statement: { income: money(`${person.income}`), disposable: money(`${person.disposable}`) },
    debts: debts.map((debt, n) => debtFacts(debt, sentOn, balances[n] ?? money('0'))),
    otherDebts: [],
    creditors: { count: chance.whole(1, 4), balanceOfAll: sum(balances).times(chance.whole(1, 3)) },
    evidence: {
      required: [['INCOME_PROOF']],
      verified: chance.happens(0.7) ? [{ code: 'INCOME_PROOF', issuer: 'EMPLOYER' }] : [],
      creditReportOn: null,
    },
    requests: [],
    sinceHardship: null,
    reliefs: ['TERM_EXTENSION'],
    sourceOfFunds: '工资收入',
    channel: 'APP_CHAT',
    speaker: 'COUNSELLOR_WITH_AUTHORITY',
    creditorId: product.creditorId,
    productId: product.id,
    ratedWillingness: chance.whole(1, 5),
  }
}

function debtFacts(debt: SeededDebt, sentOn: string, balance: Money): DebtFacts {
  const { before, after } = plansFor(debt)
  const oldestUnpaidDueOn = debt.overdueDays > 0 ? addDays(sentOn, -debt.overdueDays) : null
  const nextDueOn = addDays(sentOn, 10)
  return {
    ...{ dueOn: oldestUnpaidDueOn ?? nextDueOn, oldestUnpaidDueOn, nextDueOn },
    dailyPercent: rate('0.04'),
    remainingPeriods: debt.periods,
    instalment: money(before.rows[0]?.payment ?? '0'),
    offeredInstalment: money(after.rows[0]?.payment ?? '0'),
    offer: after.rows.map(({ due, payment }) => ({ due, payment: money(payment) })),
    ...{ balance, outstanding: balance },
    balanceOn: sentOn,
    overdueEpisodes: debt.episodes,
    onTimePercent: rate(`${100 - 8 * debt.episodes}`),
    earlierRestructures: debt.earlierRestructures,
    fundingMode: 'OWN',
    holderStage: debt.overdueDays > 90 ? 'OUTSOURCED' : 'IN_HOUSE',
  }
}
