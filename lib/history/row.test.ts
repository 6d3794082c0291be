import { describe, expect, test } from 'vitest'
import { factorIds } from '@/db/vocabulary'
import { type HistoryValues, readHistoryRow } from './row'

const today = '2026-11-21'
const whole: HistoryValues = {
  ...{ caseNumber: '2024-017', product: '借呗', sentOn: '2024/3/5', outcome: '同意', decidedOn: '2024年3月13日' },
  ...{
    overdueDays: '45',
    hardship: '失业',
    evidence: '80%',
    thirdParty: '是',
    reliefs: '延长期限、减免利息',
    balance: '12,000.5',
  },
}
const rowOf = (over: HistoryValues = {}) => {
  const read = readHistoryRow({ ...whole, ...over }, today)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.row
}
const faultsOf = (over: HistoryValues) => {
  const read = readHistoryRow({ ...whole, ...over }, today)
  return 'faults' in read ? read.faults : []
}

describe('a decided proposal of the past', () => {
  test('becomes an outcome with the factors its columns tell, as the catalogue writes them', () => {
    const { factors, ...row } = rowOf()
    expect(row).toMatchObject({ outcome: 'ACCEPTED', sentOn: '2024-03-05', decidedOn: '2024-03-13', agreed: false })
    expect(factors.values).toMatchObject({
      ...{ 'F-01': 45, 'F-02': 'D31_90', 'F-05': 'UNEMPLOYMENT', 'F-11': { balance: '12000.50' }, 'F-12': '0.8000' },
      ...{ 'F-14': true, 'F-19': ['TERM_EXTENSION', 'WAIVE_INTEREST'], 'F-26': '2024Q1' },
    })
  })

  test('whatever no column tells is missing and never guessed', () => {
    const { values, missing } = rowOf({ reliefs: '', thirdParty: '', evidence: ' ' }).factors
    expect(Object.keys(values)).toEqual([...factorIds])
    for (const id of ['F-07', 'F-12', 'F-14', 'F-18', 'F-19', 'F-22', 'F-23'] as const)
      expect([values[id], missing[id]]).toEqual([null, 'NOT_RECORDED'])
    expect(rowOf({ thirdParty: '否' }).factors.values['F-14']).toBe(false)
  })

  test('a share is written with a sign or as a fraction; a bare 80 could be either and is asked about', () => {
    expect(rowOf({ evidence: '0.8' }).factors.values['F-12']).toBe('0.8000')
    for (const written of ['80', '-80', '-300%', '-80%', '-0.8'])
      expect(faultsOf({ evidence: written })).toEqual([{ field: 'evidence', fault: 'share' }])
    expect(rowOf({ incomeDrop: '-20%', concession: '-0.03' }).factors.values).toMatchObject({
      'F-06': { drop: '-0.2000' },
      'F-20': '-0.0300',
    })
    expect(rowOf({ surplusCover: '1.35' }).factors.values['F-07']).toBe('1.3500')
    expect(rowOf({ overdueDays: '-3' }).factors.values['F-02']).toBe('NOT_DUE')
  })

  test('one that still waits is no outcome, and everything wrong is named at once', () => {
    expect(faultsOf({ outcome: '待复' })).toEqual([{ field: 'outcome', fault: 'choice' }])
    expect(faultsOf({ outcome: '', sentOn: '', product: '', caseNumber: '', thirdParty: '也许' })).toEqual([
      ...[{ field: 'thirdParty', fault: 'yes_or_no' }],
      ...[{ field: 'sentOn', fault: 'required' }],
      ...[{ field: 'outcome', fault: 'required' }],
      ...[{ field: 'product', fault: 'required' }],
      ...[{ field: 'caseNumber', fault: 'case_or_client' }],
    ])
    expect(faultsOf({ sentOn: '2026-11-22', decidedOn: '' })).toEqual([{ field: 'sentOn', fault: 'in_future' }])
    expect(faultsOf({ decidedOn: '2024-03-04' })).toEqual([{ field: 'decidedOn', fault: 'before_sent' }])
    // Answered on the day it was sent.
    expect(faultsOf({ decidedOn: '2024-03-05' })).toEqual([])
    expect(faultsOf({ caseNumber: '1.1E+17' })).toEqual([{ field: 'caseNumber', fault: 'spoilt_number' }])
  })

  test('is the same however it is written, and another once a fact differs', () => {
    const turned = Object.fromEntries(Object.entries(whole).toReversed())
    const read = readHistoryRow({ ...turned, evidence: '0.80', outcome: '批准' }, today)
    expect('row' in read && read.row.fingerprint).toBe(rowOf().fingerprint)
    expect(rowOf({ evidence: '81%' }).fingerprint).not.toBe(rowOf().fingerprint)
  })

  test('rows of one client are one person, and of one client and lender one case', () => {
    const of = (person: string, creditor: string) => rowOf({ caseNumber: '', person, creditor })
    expect(of('K-1', '甲').person).toBe(of(' k-1', '乙').person)
    expect(of('K-1', '甲').caseKey).not.toBe(of('K-1', '乙').caseKey)
    expect(of('K-1', '甲').person).not.toBe(of('K-2', '甲').person)
    expect(JSON.stringify(of('张三', '甲'))).not.toContain('张三')
    // A case and a client with the same number have nothing to do with each other.
    expect(rowOf({ caseNumber: 'K-1' }).person).not.toBe(of('K-1', '甲').person)
  })
})
