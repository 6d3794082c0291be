import { expect, test } from 'vitest'
import { money } from '@/lib/platform/money'
import { lowersNothing, risesOnce } from './instalments'
import { letterText, writeLetter } from './letter'
import { xiaoLi } from './sample-case'
import { templates } from './templates'

const { proposal, debt } = xiaoLi
if (!proposal) throw new Error('the example has a proposal')

const asking = (payments: Record<number, string>) => ({
  ...xiaoLi,
  proposal: {
    ...proposal,
    plan: {
      ...proposal.plan,
      rows: proposal.plan.rows.map((row) => ({ ...row, payment: money(payments[row.n] ?? row.payment.toFixed(2)) })),
    },
  },
})
const said = (facts: typeof xiaoLi, language: 'zh-CN' | 'en') => {
  const written = writeLetter({
    kind: 'LOWER_INSTALMENT',
    template: templates.LOWER_INSTALMENT[language],
    facts,
    language,
  })
  return 'letter' in written ? letterText(written.letter) : ''
}

test('a letter to lower the instalment says which one is above the present one', () => {
  const first = asking({ 1: '5000.00' })
  expect(said(first, 'zh-CN')).toContain('其中最高一期¥5,000.00，高于现每期应还的¥4,169.67。')
  expect(said(first, 'en')).toContain('The highest of them, ¥5,000.00, is above the present instalment of ¥4,169.67. These')
  expect(said(xiaoLi, 'zh-CN')).not.toContain('高于现每期应还')
  expect([risesOnce(first), risesOnce(asking({ 12: '4169.70' })), risesOnce(xiaoLi)]).toEqual([true, false, false])
})

test('it is not written where no instalment is below the present one', () => {
  const all = Object.fromEntries(proposal.plan.rows.map(({ n }) => [n, '4169.67']))
  expect([lowersNothing(asking(all)), lowersNothing(asking({ ...all, 12: '4169.66' }))]).toEqual([true, false])
  expect(lowersNothing({ debt: { ...debt, instalment: undefined }, proposal })).toBe(false)
})
