import { describe, expect, test } from 'vitest'
import type { AtRest } from '@/lib/core/at-rest'
import { atRest, goesOn } from '@/lib/core/at-rest'
import { namesClient } from '@/lib/core/at-rest.queries'
import { commandRoles } from '@/lib/core/permissions'
import { commands } from './commands'
import { inputSchema } from './from-query-string'

const standsStill = (row: AtRest) => row !== 'goes_on' && row !== 'asked_within'
const isPortal = (roles: readonly string[]) => roles.every((role) => role === 'CLIENT' || role === 'DELEGATE')
const asks = (row: AtRest, input: object) => goesOn(row, input, { asksCorrection: false })

describe('what stands still while the basic consent is taken back', () => {
  test('every command has its row', () => {
    expect(Object.keys(atRest).toSorted()).toEqual(Object.keys(commandRoles).toSorted())
  })

  test('of every command that can stand still it is known whom it is about', () => {
    const nobody = Object.values(commands).filter(({ name, input }) => {
      const fields = Object.keys(inputSchema(input).properties ?? {})
      return standsStill(atRest[name]) && !isPortal(commandRoles[name]) && !fields.some((field) => namesClient.includes(field))
    })
    expect(nobody.map(({ name }) => name)).toEqual([])
  })

  test('every field a row names is a field of its input', () => {
    const strangers = Object.values(commands).flatMap(({ name, input }) => {
      const row = atRest[name]
      if (typeof row === 'string') return []
      const fields = Object.keys('goesOnWith' in row ? row.goesOnWith : row.standsStillWith)
      const known = Object.keys(inputSchema(input).properties ?? {})
      return fields.filter((field) => !known.includes(field.split('.')[0] ?? '')).map((field) => `${name}: ${field}`)
    })
    expect(strangers).toEqual([])
  })

  test.each<[string, AtRest, object, boolean]>([
    ['what a creditor wrote', atRest['evidence.upload'], { code: 'LENDER_PLAN', alsoFor: [] }, true],
    ['a bank statement', atRest['evidence.upload'], { code: 'BANK_STATEMENT', alsoFor: [] }, false],
    ['one that also proves income', atRest['evidence.upload'], { code: 'COMM_CHAT', alsoFor: ['INCOME_PROOF'] }, false],
    ['what a creditor asks for', atRest['evidence.request'], { from: 'CREDITOR' }, true],
    ['what we ask for', atRest['evidence.request'], { from: 'US' }, false],
    ['a referral', atRest['fallback.plan'], { plan: { kind: 'REFERRAL' } }, false],
    ['a budget', atRest['fallback.plan'], { plan: { kind: 'BUDGET' } }, true],
    ['a paper turned back', atRest['evidence.review'], { status: 'REJECTED' }, false],
    ['a debt nobody asked to correct', atRest['debt.update'], {}, false],
  ])('%s', (_, row, input, expected) => {
    expect(asks(row, input)).toBe(expected)
  })
})
