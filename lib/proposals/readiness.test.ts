import { expect, test } from 'vitest'
import { lackingOf, type Standing } from './readiness'

const ready: Standing = {
  ...{
    lines: 1,
    leftOut: 0,
    warnings: ['COSTS_MORE'],
    asksForPastDay: false,
    hardship: true,
    statement: true,
    letterFaults: 0,
    needsFunds: false,
    sourceOfFunds: '',
    wasRefused: false,
  },
  ...{ whatChanged: '', fits: true, overAffordableReason: '', limitationAnswered: true, supervisorChecks: false },
  ...{
    checked: false,
    approved: true,
    truthDeclared: true,
    mayWork: true,
    mayContact: true,
    mayShare: true,
    tellsHealthUnasked: false,
  },
  hasAuthority: true,
}

test('a version with everything in place lacks nothing', () => expect(lackingOf(ready)).toEqual([]))

test.each<[string, Partial<Standing>, string]>([
  ['SD-03 nothing goes out without a cause of hardship', { hardship: false }, 'hardship'],
  ['SP-07 an offer above what is left over needs a reason', { fits: false }, 'overAffordableReason'],
  ['SE-16 nothing goes out without the declaration of truth', { truthDeclared: false }, 'truth'],
  ['SP-12 nothing goes out without the client’s approval', { approved: false }, 'clientApproval'],
  ['SR-05 a lump sum says where the money comes from', { needsFunds: true }, 'sourceOfFunds'],
  ['FB-07 a new try after a refusal says what changed', { wasRefused: true }, 'whatChanged'],
  ['nothing goes out unless the client lets us contact a lender for them', { mayContact: false }, 'contactConsent'],
  [
    'nothing goes out once the basic consent is taken back, and the others rest on it',
    { mayWork: false, mayContact: false, mayShare: false },
    'basicConsent',
  ],
  ['nothing is handed to a lender the client did not name', { mayShare: false }, 'shareConsent'],
  [
    'SE-08 no illness is told of without the client’s separate consent to the use of what is sensitive',
    { tellsHealthUnasked: true },
    'healthConsent',
  ],
  ['nothing goes out without an authority letter in force', { hasAuthority: false }, 'authority'],
  ['a letter with a gap is not sent', { letterFaults: 1 }, 'letter'],
  ['the limitation question is answered first', { limitationAnswered: false }, 'limitation'],
  ['a supervisor looks at it where the office asks for that', { supervisorChecks: true }, 'supervisorCheck'],
  ['a version without a line is no version', { lines: 0 }, 'lines'],
  ['a version that leaves out an overdue loan note is not complete', { leftOut: 1 }, 'leftOut'],
  ['a term that is no longer goes to nobody', { warnings: ['TERM_NOT_LONGER'] }, 'longerTerm'],
  ['a lower instalment that is not lower goes to nobody', { warnings: ['INSTALMENT_NOT_LOWER'] }, 'lowerInstalment'],
  ['a lower rate that is not lower goes to nobody', { warnings: ['RATE_NOT_LOWER'] }, 'lowerRate'],
  ['a waiver of nothing goes to nobody', { warnings: ['NOTHING_TO_WAIVE'] }, 'somethingWaived'],
  ['nothing is asked for on a day gone by', { asksForPastDay: true }, 'dayToCome'],
])('%s', (_, change, need) => {
  expect(lackingOf({ ...ready, ...change })).toEqual([need])
})

test('a reason, a source and what changed satisfy their needs', () => {
  const said = { fits: false, overAffordableReason: '父母每月补贴', needsFunds: true, sourceOfFunds: '积蓄' }
  expect(lackingOf({ ...ready, ...said, wasRefused: true, whatChanged: '补充了诊断证明' })).toEqual([])
})
