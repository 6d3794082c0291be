import { describe, expect, test } from 'vitest'
import { evidenceStatuses, hardshipTypes } from '@/db/vocabulary'
import { type ChecklistItem, checklist, completenessOf } from './checklist'
import { monthsCovered } from './coverage'
import { startingChecklist } from './starting-checklist'
import { startingEvidenceTypes } from './starting-types'

const rules = startingChecklist.flatMap(({ options, ...line }) => options.map((evidenceCode) => ({ ...line, evidenceCode })))
const nothing = { items: [], requested: [] }
const item = (code: string, status: ChecklistItem['status'], covers: [string, string] | [] = []): ChecklistItem => ({
  code,
  status,
  coversFrom: covers[0] ?? null,
  coversTo: covers[1] ?? null,
})
const causeLines = (hardship: (typeof hardshipTypes)[number], known = nothing as Parameters<typeof checklist>[2]) =>
  checklist(rules, [hardship], known).filter((line) => line.hardship === hardship)
const state = (hardship: (typeof hardshipTypes)[number], items: ChecklistItem[]) =>
  causeLines(hardship, { items, requested: [] }).map((line) => line.state)

describe('the checklist that follows from the cause', () => {
  test('SE-10 失业 asks for payslips or a certificate, 疾病 for a diagnosis and the bills', () => {
    expect(causeLines('UNEMPLOYMENT').flatMap((line) => line.options)).toEqual([
      'UNEMPLOYMENT_CERT',
      'RESIGNATION_CERT',
      'PAYSLIP',
      'BANK_STATEMENT',
    ])
    expect(causeLines('ILLNESS').map((line) => [line.options, line.required])).toEqual([
      [['MEDICAL_DIAGNOSIS'], true],
      [['MEDICAL_BILL'], false],
      [['SICK_LEAVE'], false],
    ])
  })
  test('SX-04 for job loss one of certificate, leaving paper and recent payslips is enough', () => {
    expect(state('UNEMPLOYMENT', [])[0]).toBe('missing')
    expect(state('UNEMPLOYMENT', [item('PAYSLIP', 'VERIFIED')])[0]).toBe('verified')
    expect(state('UNEMPLOYMENT', [item('UNEMPLOYMENT_CERT', 'VERIFIED'), item('PAYSLIP', 'REJECTED')])[0]).toBe('verified')
  })
  test('SX-05 for other debts one of loan contracts and bank statements is enough', () => {
    expect(causeLines('OVER_INDEBTED').map((line) => line.options)).toEqual([['OTHER_LOAN_CONTRACT', 'BANK_STATEMENT']])
    expect(state('OVER_INDEBTED', [item('BANK_STATEMENT', 'RECEIVED')])).toEqual(['received'])
  })
  test('SE-05 the unemployment certificate is on the list for job loss, and on no other', () => {
    const asking = hardshipTypes.filter((type) => causeLines(type).some((line) => line.options.includes('UNEMPLOYMENT_CERT')))
    expect(asking).toEqual(['UNEMPLOYMENT'])
  })
  test('SE-02 SE-03 identity, authority, spending, assets and the bill are asked for whatever the cause', () => {
    expect(checklist(rules, [], nothing).map((line) => line.options.join())).toEqual([
      'ID_CARD',
      'AUTHORITY_LETTER',
      'EXPENSE_DETAIL',
      'ASSET_PROOF',
      'BILL_SNAPSHOT',
    ])
  })
  test('every cause has something that proves it', () => {
    for (const type of hardshipTypes) expect(causeLines(type).filter((line) => line.required)).not.toEqual([])
  })
  test('every kind of evidence a rule asks for exists', () => {
    const codes = startingEvidenceTypes.map((type) => type.code)
    expect(rules.map((rule) => rule.evidenceCode).filter((code) => !codes.includes(code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })
})

describe('how far a line is', () => {
  test('SE-01 what was asked for and not sent is requested; what was sent back or ran out is missing again', () => {
    expect(causeLines('LOW_INCOME_LONG', { items: [], requested: ['INCOME_PROOF'] })[0]?.state).toBe('requested')
    const states = evidenceStatuses.map((status) => state('LOW_INCOME_LONG', [item('INCOME_PROOF', status)])[0])
    expect(states).toEqual(['requested', 'received', 'verified', 'missing', 'missing'])
  })
  test('SE-04 papers that cover fewer months than asked for are short, and the line counts as neither received nor verified', () => {
    const proof = (status: ChecklistItem['status'], from: string, to: string) => item('INCOME_PROOF', status, [from, to])
    const line = (...items: ChecklistItem[]) => causeLines('INCOME_REDUCTION', { items, requested: [] })[0]
    const three = proof('VERIFIED', '2026-06-01', '2026-08-31')
    expect(line(three)).toMatchObject({ state: 'short', months: { wanted: 6, covered: 3 } })
    expect(line(three, proof('RECEIVED', '2026-09-01', '2026-11-30'))).toMatchObject({
      state: 'received',
      months: { covered: 6 },
    })
    expect(line(three, proof('VERIFIED', '2026-09-01', '2026-11-30'))?.state).toBe('verified')
    expect(line(item('INCOME_PROOF', 'VERIFIED'))).toMatchObject({ state: 'short', months: { covered: 0 } })
    const lines = checklist(rules, ['INCOME_REDUCTION'], { items: [three], requested: ['INCOME_PROOF'] })
    expect(completenessOf(lines)).toEqual({ required: 6, verified: 0, received: 0 })
  })
  test('completeness counts required lines, and a line of alternatives once', () => {
    const items = [item('PAYSLIP', 'VERIFIED'), item('UNEMPLOYMENT_CERT', 'VERIFIED'), item('ID_CARD', 'RECEIVED')]
    const lines = checklist(rules, ['UNEMPLOYMENT'], { items, requested: [] })
    expect(completenessOf(lines)).toEqual({ required: 6, verified: 1, received: 2 })
  })
  test('no causes and no rules make nothing to complete', () => {
    expect(completenessOf(checklist([], [], nothing))).toEqual({ required: 0, verified: 0, received: 0 })
  })
})

describe('SE-04 months covered', () => {
  const covers = (...stretches: [string, string][]) =>
    monthsCovered(stretches.map(([coversFrom, coversTo]) => ({ coversFrom, coversTo })))
  test('three monthly payslips in a row are three months', () => {
    expect(covers(['2026-10-01', '2026-10-31'], ['2026-08-01', '2026-08-31'], ['2026-09-01', '2026-09-30'])).toBe(3)
  })
  test('a gap is not covered, and what overlaps counts once', () => {
    expect(covers(['2026-06-01', '2026-06-30'], ['2026-08-01', '2026-08-31'])).toBe(2)
    expect(covers(['2026-06-01', '2026-08-31'], ['2026-07-01', '2026-09-30'])).toBe(4)
  })
  test('a month may begin on any day, and a part of one is none', () => {
    expect(covers(['2026-03-15', '2026-06-14'])).toBe(3)
    expect(covers(['2026-03-15', '2026-06-13'])).toBe(2)
    expect(covers(['2026-01-31', '2026-02-28'])).toBe(1)
  })
  test('a paper without dates covers nothing', () => {
    expect(monthsCovered([{ coversFrom: null, coversTo: '2026-06-30' }])).toBe(0)
  })
})
