import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { prove } from '@/lib/core/prove'
import { messages } from '@/lib/i18n/catalogue'
import { Complain } from './complain'

vi.mock('next-intl/server', () => ({
  getMessages: async () => messages['zh-CN'],
  getTranslations: async () => (key: string) => key,
}))
vi.mock('@/app/_parts/form/command-form', () => ({ CommandForm: () => '投诉信' }))
vi.mock('../../letters/how-it-goes-out', () => ({ HowItGoesOut: () => null }))
vi.mock('../actions', () => ({ complainForm: async () => ({}) }))

const facts = { kind: 'staff', id: 'u', name: '', organisationId: 'o', organisationName: '', locale: 'zh-CN' } as const
const actor = prove({ ...facts, timeZone: '', roles: ['COUNSELLOR'], owners: ['u'], teams: [], isDemo: false, mayWrite: true })
const said = async (withdrawnAt: string | null) => {
  const given = { creditorId: null, textVersion: '1', channel: 'PAPER', givenAt: '2026-11-01T02:00:00Z' } as const
  const view = { actor, client: { consents: [{ purpose: 'PROCESSING' as const, ...given, withdrawnAt }] } }
  const complaint = { entryId: 'e', caseId: 'k', faults: [], proof: null, complaintId: null }
  const page = await Complain({ view, complaint, locale: 'zh-CN' })
  return new Response((await prerender(page)).prelude).text()
}

test('a complaint in the client’s name is offered while they agree; after that the page says why it is not', async () => {
  expect(await said(null)).toBe('投诉信')
  expect(await said('2026-11-23T02:00:00Z')).toContain(messages['zh-CN'].faults.consent_withdrawn)
})
