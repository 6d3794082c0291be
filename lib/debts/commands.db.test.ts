import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases } from '@/db/schema'
import { aCase, aDebt, clock, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { toText } from '@/lib/platform/money'
import { addDebt, updateDebt } from './commands'
import { listDebts } from './queries'
import { recordSnapshot } from './snapshot.commands'

let office: Office
let elsewhere: Office

beforeAll(async () => {
  office = await openOffice()
  elsewhere = await openOffice({ name: '别处' })
})

const at = { now: clock }
const balanceOf = async (caseId: string) => {
  const [kase] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, caseId)))
  return [toText(kase?.owed ?? expect.fail()), kase?.oldestDueOn]
}
const jiebei = { principal: '12,000', method: 'EQUAL_INSTALMENT', dailyPercent: '0.04', nextDueOn: '2026-12-05' } as const

describe('adding a loan note', () => {
  test('SD-01 each 借据 is a debt of its own, and the case owes their sum', async () => {
    const kase = await aCase(office)
    await execute(addDebt, office.counsellor, { caseId: kase.id, ...jiebei }, at)
    await execute(addDebt, office.supervisor, { caseId: kase.id, principal: '0.50', method: 'BULLET' }, at)
    expect(await balanceOf(kase.id)).toEqual(['12000.50', '2026-12-05'])
    expect((await auditOf(office)).at(-1)).toMatchObject({ type: 'debt.added', caseId: kase.id, owed: '0.50' })
  })
  test('SP-02 SP-04 SD-16 SD-09 the list says what follows from it: days, missing facts, both rates, the cost of waiting', async () => {
    const kase = await aCase(office)
    await execute(addDebt, office.counsellor, { caseId: kase.id, ...jiebei, oldestUnpaidDueOn: '2026-11-01' }, at)
    const { debts } = await listDebts(office.counsellor, { caseId: kase.id }, clock)
    expect(debts).toMatchObject([
      {
        owed: '12000.00',
        product: '借呗',
        daysPastDue: 20,
        annual: { simple: '14.40', irr: '15.39' },
        // Thirty days at 0.04 % on 12,000.00.
        costOfWaiting: '144.00',
        completeness: { known: 2, of: 9 },
      },
    ])
  })
  test('an amount below zero and an end before the start are refused', async () => {
    const kase = await aCase(office)
    const values = { caseId: kase.id, ...jiebei }
    const negative = await refusalOf(execute(addDebt, office.counsellor, { ...values, fees: '-1' }))
    expect(negative.details).toEqual({ fields: { fees: ['negative'] } })
    const backwards = { ...values, startedOn: '2026-11-01', endsOn: '2026-10-31' }
    expect((await refusalOf(execute(addDebt, office.counsellor, backwards))).details).toEqual({
      fields: { endsOn: ['before_start'] },
    })
    expect((await listDebts(office.counsellor, { caseId: kase.id })).debts).toEqual([])
  })
  test.each([
    ['a yearly rate in the field of the daily one', { dailyPercent: '14.4' }, { dailyPercent: ['daily_percent'] }],
    ['punctuality above a hundred', { onTimePercent: '900' }, { onTimePercent: ['hundred'] }],
    ['an amount no person owes', { principal: '99999999999' }, { principal: ['amount_limit'] }],
    ['more instalments left than there are', { totalPeriods: 3, remainingPeriods: 99 }, { remainingPeriods: ['above_total'] }],
    [
      'an unpaid instalment of 2030',
      { nextDueOn: null, oldestUnpaidDueOn: '2030-01-01' },
      { oldestUnpaidDueOn: ['not_overdue'] },
    ],
  ])('%s is refused with the field that is wrong', async (_, wrong, fields) => {
    const kase = await aCase(office)
    const refusal = await refusalOf(execute(addDebt, office.counsellor, { caseId: kase.id, ...jiebei, ...wrong }, at))
    expect(refusal).toEqual({ code: 'invalid', details: { fields } })
    expect((await listDebts(office.counsellor, { caseId: kase.id })).debts).toEqual([])
  })
  test('a colleague outside the case, a stranger, and another office’s product are not found', async () => {
    const kase = await aCase(office)
    const values = { caseId: kase.id, ...jiebei }
    for (const actor of [office.colleague, elsewhere.supervisor]) {
      expect((await refusalOf(execute(addDebt, actor, values))).code).toBe('not_found')
      expect((await refusalOf(listDebts(actor, { caseId: kase.id }))).code).toBe('not_found')
    }
    const foreign = { ...values, productId: elsewhere.productId }
    expect((await refusalOf(execute(addDebt, office.counsellor, foreign))).code).toBe('not_found')
  })
})

describe('changing a loan note', () => {
  test('SP-02 its balance moves the case’s, and what is not mentioned stays', async () => {
    const kase = await aCase(office)
    const debt = await aDebt(office, kase)
    const values = {
      debtId: debt.id,
      version: 1,
      overduePrincipal: '1000',
      penaltyPrincipal: '6',
      oldestUnpaidDueOn: '2026-11-05',
    }
    await execute(updateDebt, office.counsellor, values, at)
    expect(await balanceOf(kase.id)).toEqual(['13006.00', '2026-11-05'])
    const { debts } = await listDebts(office.counsellor, { caseId: kase.id }, clock)
    expect(debts[0]).toMatchObject({
      principal: '12000.00',
      overdue: '1006.00',
      daysPastDue: 16,
      remainingPeriods: 3,
      version: 2,
    })
  })
  test('SP-02 a board that shows the case hears of its new amount', async () => {
    const kase = await aCase(office)
    const debt = await aDebt(office, kase)
    await execute(updateDebt, office.counsellor, { debtId: debt.id, version: 1, fees: '10' })
    const [row] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, kase.id)))
    expect(JSON.parse(row?.card ?? '{}')).toMatchObject({ owed: '12010.00', v: kase.version + 1 })
  })
  test('the audit names fields and the new sum', async () => {
    const kase = await aCase(office)
    const debt = await aDebt(office, kase)
    await execute(updateDebt, office.counsellor, { debtId: debt.id, version: 1, contractNumber: 'JB-7731' })
    expect((await auditOf(office)).at(-1)).toEqual({
      type: 'debt.updated',
      caseId: kase.id,
      debtId: debt.id,
      fields: ['contractNumber'],
      owed: '12000.00',
    })
  })
  test('a change is held against what is known already', async () => {
    const debt = await aDebt(office, await aCase(office))
    const values = { debtId: debt.id, version: 1, totalPeriods: 2 }
    const refusal = await refusalOf(execute(updateDebt, office.counsellor, values, at))
    expect([debt.remainingPeriods, refusal.details]).toEqual([3, { fields: { remainingPeriods: ['above_total'] } }])
  })
  test('somebody else’s change in between is a conflict; a stranger finds nothing', async () => {
    const debt = await aDebt(office, await aCase(office))
    const values = { debtId: debt.id, version: 1, disputed: true }
    expect((await refusalOf(execute(updateDebt, office.colleague, values))).code).toBe('not_found')
    await execute(updateDebt, office.counsellor, values)
    expect(await refusalOf(execute(updateDebt, office.counsellor, values))).toEqual({ code: 'conflict', details: { current: 2 } })
  })
})

test('SD-10 whether a debt is reported is a field of its own, unknown until somebody has looked', async () => {
  const kase = await aCase(office)
  const debt = await aDebt(office, kase)
  const status = async () => (await listDebts(office.counsellor, { caseId: kase.id })).debts[0]?.creditStatus
  expect(await status()).toBe('UNKNOWN')
  await execute(updateDebt, office.counsellor, { debtId: debt.id, version: 1, creditStatus: 'OVERDUE_REPORTED' })
  expect(await status()).toBe('OVERDUE_REPORTED')
})

describe('bill snapshots', () => {
  const bill = {
    principal: '8000',
    overduePrincipal: '4000',
    interest: '96.5',
    overdueInterest: '0',
    penaltyPrincipal: '24',
    penaltyInterest: '0',
    fees: '0',
  }

  test('SP-01 the newest bill is the balance; one that arrives late is kept and changes nothing', async () => {
    const kase = await aCase(office)
    const debt = await aDebt(office, kase)
    await execute(recordSnapshot, office.counsellor, { debtId: debt.id, ...bill }, at)
    const late = { debtId: debt.id, ...bill, principal: '1', capturedAt: '2026-11-01T09:00:00+08:00' }
    expect(await execute(recordSnapshot, office.counsellor, late, at)).toMatchObject({ isNewest: false })
    expect(await balanceOf(kase.id)).toEqual(['12120.50', '2026-12-05'])
    const { debts } = await listDebts(office.counsellor, { caseId: kase.id }, clock)
    expect(debts[0]).toMatchObject({ principal: '8000.00', overduePrincipal: '4000.00', owed: '12120.50' })
    expect(debts[0]?.snapshots.map((snapshot) => snapshot.buckets.principal)).toEqual(['8000.00', '1.00'])
    expect((await auditOf(office)).at(-1)).toEqual({ type: 'snapshot.recorded', caseId: kase.id, debtId: debt.id })
  })
  test('a bill from the future is refused, and an auditor or a stranger records none', async () => {
    const debt = await aDebt(office, await aCase(office))
    const values = { debtId: debt.id, ...bill }
    const future = { ...values, capturedAt: '2026-11-22T00:00:00Z' }
    expect((await refusalOf(execute(recordSnapshot, office.counsellor, future, at))).code).toBe('invalid')
    expect((await refusalOf(execute(recordSnapshot, office.auditor, values, at))).code).toBe('forbidden')
    expect((await refusalOf(execute(recordSnapshot, elsewhere.counsellor, values, at))).code).toBe('not_found')
  })
})
