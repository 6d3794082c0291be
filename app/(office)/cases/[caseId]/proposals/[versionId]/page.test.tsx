import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import ProposalPage from './page'

const held = vi.hoisted(() => ({ mayWork: true }))
vi.mock('next-intl/server', () => ({
  getMessages: async () => messages['zh-CN'],
  getTranslations: async () => (key: string) => key,
}))
vi.mock('@/lib/core/session', () => ({ requireStaff: async () => ({}) }))
vi.mock('@/lib/proposals/queries', () => ({ getProposal: async () => ({ id: 'v', may: { save: true }, standing: held }) }))
vi.mock('./builder', () => ({ Builder: () => '方案编辑' }))
vi.mock('./likelihood', () => ({ LikelihoodPanel: () => null }))
vi.mock('./sent-view', () => ({ SentView: () => '只读' }))

const said = async () => {
  const page = await ProposalPage({ params: Promise.resolve({ caseId: 'k', versionId: 'v' }) })
  return new Response((await prerender(page)).prelude).text()
}

test('a draft is worked on while the client agrees, and only read once they took the basic consent back', async () => {
  expect(await said()).toContain('方案编辑')
  held.mayWork = false
  const page = await said()
  expect(page).not.toContain('方案编辑')
  for (const part of ['只读', messages['zh-CN'].faults.consent_withdrawn]) expect(page).toContain(part)
})
