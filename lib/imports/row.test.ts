import { describe, expect, test } from 'vitest'
import { type RowValues, readRow } from './row'

const today = '2026-11-21'
const whole: RowValues = {
  name: '张三',
  phone: '138 0013 8000',
  product: '借呗',
  method: '等额本息',
  principal: '12,000.50',
}
const faultsOf = (over: RowValues) => {
  const read = readRow({ ...whole, ...over }, today)
  return 'faults' in read ? read.faults : []
}
const rowOf = (over: RowValues = {}) => {
  const read = readRow({ ...whole, ...over }, today)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.row
}

describe('a row of a spreadsheet', () => {
  test('says whose loan note it is and how much is owed, to the fen', () => {
    const { client, debt, kase } = rowOf()
    expect(client).toMatchObject({ name: '张三', phone: '13800138000' })
    expect([debt.principal.toFixed(2), debt.method, kase.product]).toEqual(['12000.50', 'EQUAL_INSTALMENT', '借呗'])
  })

  test.each(['2026-10-05', '2026/10/5', '2026.10.05', '2026年10月5日', '20261005', '2026/10/5 0:00', '２０２６-10-05'])(
    'the day %s is the fifth of October',
    (written) => expect(rowOf({ startedOn: written }).debt.startedOn).toBe('2026-10-05'),
  )

  test('a method or an outcome is known by its code and by its name in both languages', () => {
    for (const method of ['EQUAL_PRINCIPAL', '等额本金', 'Equal principal'])
      expect(rowOf({ method }).debt.method).toBe('EQUAL_PRINCIPAL')
    expect(rowOf({ closingOutcome: '全部结清' }).kase.closingOutcome).toBe('PAID_IN_FULL')
    expect(faultsOf({ method: '随便还' })).toEqual([{ field: 'method', fault: 'choice' }])
  })

  test.each(['=1+1', '-cmd', '+8613800001111', '@x', '＝1＋1', '－1', '＋1', '＠x'])(
    'the apostrophe that an export puts before %s is no part of it',
    (text) => expect(rowOf({ name: `'${text}` }).client.name).toBe(rowOf({ name: text }).client.name),
  )

  test('an ID number is upper-cased, and one with a wrong check digit is refused in its column', () => {
    // Both from GB 11643-1999 itself.
    expect(rowOf({ idNumber: '１１０１０５19491231002x' }).client.idNumber).toBe('11010519491231002X')
    expect(rowOf({ idNumber: '440524188001010014' }).client.idNumber).toBe('440524188001010014')
    expect(faultsOf({ idNumber: '11010119900307123x' })).toEqual([{ field: 'idNumber', fault: 'id_check_digit' }])
  })

  test.each(['1.10105E+17', '1.1E+17', '1.38001E+10', '１.１E+17'])(
    'a number that a spreadsheet made %s of has lost its digits and is never taken for one',
    (spoilt) => {
      expect(faultsOf({ idNumber: spoilt })).toEqual([{ field: 'idNumber', fault: 'spoilt_number' }])
      expect(faultsOf({ phone: spoilt })).toEqual([{ field: 'phone', fault: 'spoilt_number' }])
      expect(faultsOf({ contractNumber: spoilt })).toEqual([{ field: 'contractNumber', fault: 'spoilt_number' }])
      expect(faultsOf({ principal: spoilt })).toEqual([{ field: 'principal', fault: 'amount' }])
    },
  )

  test('the mark that keeps digits as text in our own exports is no part of them', () => {
    expect(rowOf({ phone: "'13800138000" }).client.phone).toBe('13800138000')
    expect(rowOf({ phone: '\t13800138000' }).client.phone).toBe('13800138000')
  })

  test('everything wrong is told at once, each under its column', () => {
    const wrong = { name: '', phone: '12', principal: '1.234', nextDueOn: '2026-02-30', totalPeriods: '三' }
    expect(faultsOf(wrong).toSorted((a, b) => (a.field < b.field ? -1 : 1))).toEqual([
      { field: 'name', fault: 'required' },
      { field: 'nextDueOn', fault: 'date' },
      { field: 'phone', fault: 'phone' },
      { field: 'principal', fault: 'amount' },
      { field: 'totalPeriods', fault: 'whole' },
    ])
  })

  test('somebody without any number of their own cannot be told from others of that name', () => {
    expect(faultsOf({ phone: '' })).toEqual([{ field: 'phone', fault: 'phone_or_id' }])
    expect(rowOf({ phone: '', idNumber: '11010519491231002X' }).client.phone).toBeUndefined()
  })

  test('days that contradict each other are named', () => {
    expect(faultsOf({ startedOn: '2026-10-01', endsOn: '2026-09-01' })).toEqual([{ field: 'endsOn', fault: 'before_start' }])
    expect(faultsOf({ closingOutcome: '已转介', openedOn: '2026-10-02', closedOn: '2026-10-01' })).toEqual([
      { field: 'closedOn', fault: 'before_start' },
    ])
    expect(faultsOf({ openedOn: '2026-11-22' })).toContainEqual({ field: 'openedOn', fault: 'in_future' })
    expect(faultsOf({ closedOn: '2026-10-01' })).toContainEqual({ field: 'closingOutcome', fault: 'required' })
  })

  test('a row is the same whatever the order of its columns and however its amounts are written; a fen more is another', () => {
    const turned = Object.fromEntries(Object.entries(whole).toReversed())
    const read = readRow(turned, today)
    expect('row' in read && read.row.fingerprint).toBe(rowOf().fingerprint)
    expect(rowOf({ principal: '12000.5', method: 'EQUAL_INSTALMENT' }).fingerprint).toBe(rowOf().fingerprint)
    expect(rowOf({ owner: '李文静', goal: '延期' }).fingerprint).toBe(rowOf().fingerprint)
    expect(rowOf({ principal: '12,000.51' }).fingerprint).not.toBe(rowOf().fingerprint)
  })
})
