import { expect, test } from 'vitest'
import { authorityMatters, authorityMattersIn, authorityReading, authorityText } from './authority-text'

const paper = { principal: '李小明', agent: '阳光债务咨询', matters: authorityMatters, from: '2026-11-21', to: '2027-11-20' }

test('an authority letter is read in English point by point as it is signed in Chinese', () => {
  const [signed, read] = [authorityText(paper), authorityReading(paper)]
  expect(read.split('\n')).toHaveLength(signed.split('\n').length)
  for (const fact of ['李小明', '阳光债务咨询', '2026-11-21', '2027-11-20']) expect(read).toContain(fact)
  expect(read).toContain('may not sign a repayment agreement')
  expect(read).toContain('revoke this at any time')
})

test('matters somebody worded themselves stay as they were worded', () => {
  expect(authorityMattersIn('en')).toMatch(/^negotiate repayment/)
  expect(authorityMattersIn('en', '与某行协商还款')).toBe('与某行协商还款')
  expect(authorityMattersIn('zh-CN')).toBe(authorityMatters)
})
