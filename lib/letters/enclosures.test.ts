import { describe, expect, test } from 'vitest'
import { type LetterKind, letterKinds, type SensitiveClass } from '@/db/vocabulary'
import { startingEvidenceTypes } from '@/lib/evidence/starting-types'
import { barrierTo, belongings, type Ground, type HeldPaper, namesPapers } from './enclosures'

const all = new Set(['MEDICAL_DIAGNOSIS'])
const ground = (kind: LetterKind, over: Partial<Ground> = {}): Ground => ({
  ...{ kind, mayShare: true, mayUseSensitive: true, hasGrant: true },
  lists: { HARDSHIP: all, EVERYBODY: new Set(), ASKED: all },
  ...over,
})
const paper = (code: string, sensitive: SensitiveClass = 'NONE', over: Partial<HeldPaper> = {}): HeldPaper => ({
  ...{ code, classes: [sensitive], status: 'VERIFIED', isConfirmed: true },
  ...over,
})

/** A paper that belongs to the letter, whatever its class is said to be. */
const belonging = (kind: LetterKind) => belongings[kind].codes[0] ?? 'MEDICAL_DIAGNOSIS'
const enclosing = letterKinds.filter(namesPapers)

describe('what a letter encloses', () => {
  test('follows from its purpose: a credit dispute takes the report and the payment, neither means nor hardship', () => {
    const lists = { HARDSHIP: new Set(['MEDICAL_DIAGNOSIS', 'PAYSLIP']), EVERYBODY: new Set(['ASSET_PROOF']), ASKED: all }
    const why = (code: string) => barrierTo(paper(code), ground('CREDIT_DISPUTE', { lists }))
    for (const code of ['ID_CARD', 'CREDIT_REPORT', 'PAYMENT_PROOF']) expect(why(code)).toBeUndefined()
    for (const code of ['MEDICAL_DIAGNOSIS', 'PAYSLIP', 'ASSET_PROOF', 'BANK_STATEMENT']) expect(why(code)).toBe('NOT_NEEDED')
  })

  test('an answer to a request encloses what was asked for and no more', () => {
    const lists = { HARDSHIP: new Set<string>(), EVERYBODY: new Set<string>(), ASKED: new Set(['BANK_STATEMENT']) }
    const why = (code: string) => barrierTo(paper(code), ground('SUPPLEMENT', { lists }))
    expect([why('BANK_STATEMENT'), why('PAYSLIP')]).toEqual([undefined, 'NOT_NEEDED'])
  })

  test('a kind the office added goes along where its checklist asks for it', () => {
    const lists = { HARDSHIP: new Set(['FLOOD_REPORT']), EVERYBODY: new Set<string>(), ASKED: new Set<string>() }
    expect(barrierTo(paper('FLOOD_REPORT'), ground('HARDSHIP_NOTICE', { lists }))).toBeUndefined()
    expect(barrierTo(paper('FLOOD_REPORT'), ground('HARDSHIP_NOTICE'))).toBe('NOT_NEEDED')
  })

  test('a file that serves as something else as well is as sensitive as the most sensitive of it', () => {
    const both = paper('PAYSLIP', 'NONE', { classes: ['NONE', 'MEDICAL'] })
    expect(barrierTo(both, ground('HARDSHIP_NOTICE', { hasGrant: false }))).toBe('SENSITIVE_GRANT')
  })

  test('what is out of date, not looked at or not confirmed by the client waits', () => {
    const why = (over: Partial<HeldPaper>) => barrierTo(paper('PAYSLIP', 'NONE', over), ground('HARDSHIP_NOTICE'))
    expect([why({ status: 'EXPIRED' }), why({ status: 'RECEIVED' }), why({ isConfirmed: false })]).toEqual([
      ...['EXPIRED', 'NOT_VERIFIED', 'NOT_CONFIRMED'],
    ])
  })

  test('only kinds an office starts with are named in the table', () => {
    const known = new Set(startingEvidenceTypes.map(({ code }) => code))
    expect(letterKinds.flatMap((kind) => belongings[kind].codes.filter((code) => !known.has(code)))).toEqual([])
  })
})

describe.each(enclosing)('%s', (kind) => {
  const why = (sensitive: SensitiveClass, over: Partial<Ground> = {}) =>
    barrierTo(paper(belonging(kind), sensitive), ground(kind, over))

  test('encloses nothing without the client’s consent to this addressee', () => {
    expect([why('NONE', { mayShare: false }), why('MEDICAL', { mayShare: false })]).toEqual(['SHARE_CONSENT', 'SHARE_CONSENT'])
  })

  test('encloses nothing sensitive without consent of its own, and health with a grant only', () => {
    for (const sensitive of ['FINANCIAL', 'IDENTITY', 'MEDICAL'] as const) {
      expect(why(sensitive, { mayUseSensitive: false })).toBe('SENSITIVE_CONSENT')
      expect(why(sensitive)).toBeUndefined()
    }
    expect(why('MEDICAL', { hasGrant: false })).toBe('SENSITIVE_GRANT')
    expect(why('NONE', { mayUseSensitive: false, hasGrant: false })).toBeUndefined()
  })
})
