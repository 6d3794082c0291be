import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { portal } from '@/lib/i18n/messages/portal'
import { calmly } from './calm'

test('who needs care is given a day without being urged, and told that later will do', () => {
  expect([calmly('uploadBy', true), calmly('uploadBy', false)]).toEqual(['calm.uploadBy', 'uploadBy'])
  expect(portal.zh.calm.uploadBy).toContain('来不及也没关系')
})

const pages = ['next-card.tsx', 'uploads/[requestId]/page.tsx', 'wanted.tsx', 'plans/[agreementId]/say-paid.tsx']

test.each(pages)('%s names no day but in the words for who reads it', (page) => {
  const source = readFileSync(`app/(portal)/portal/${page}`, 'utf8')
  expect(source).toContain('calmly')
  expect(source).not.toMatch(/t\(\s*('(uploadBy|payText|payLate)'|open\.)/)
})
