import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withOfficeNumber } from './office-note'

const paper = { layout: 'report', language: 'zh-CN', title: '还款计划', reference: 'XS-0001', blocks: [] } as const

test('a paper the client keeps tells the number of the office', () => {
  const office = { organisation: '阳光债务咨询', phone: '021-5555' }
  expect(withOfficeNumber(paper, office, 'zh-CN').blocks).toEqual([
    { kind: 'note', text: '有疑问，请打阳光债务咨询的电话：021-5555。' },
  ])
  expect(withOfficeNumber(paper, office, 'en').blocks).toEqual([
    { kind: 'note', text: 'Questions? Call 阳光债务咨询: 021-5555.' },
  ])
})

test('an office without a number writes none', () => {
  expect(withOfficeNumber(paper, { organisation: '阳光债务咨询', phone: '' }, 'zh-CN')).toEqual(paper)
})

const papers = ['plans/[agreementId]/paper', 'receipts/[agreementId]/receipt', 'proposals/[versionId]/receipt']

test.each([...papers, 'authority/[authorisationId]/paper', 'data/export'])('the number stands on the paper of %s', (place) => {
  const route = new URL(`../../app/(portal)/portal/${place}/route.ts`, import.meta.url)
  expect(readFileSync(route, 'utf8')).toContain('withOfficeNumber(')
})
