import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import type { Role } from '@/db/vocabulary'
import type { CommandName } from '@/lib/core/permissions'
import { prove } from '@/lib/core/prove'
import { messages } from '@/lib/i18n/catalogue'
import { isDoneNow } from './at-rest'
import { Offered } from './offered'

vi.mock('next-intl/server', () => ({ getMessages: async () => messages['zh-CN'] }))

const facts = { kind: 'staff', id: 'u', name: '', organisationId: 'o', organisationName: '', locale: 'zh-CN' } as const
const viewOf = (withdrawnAt: string | null, roles: Role[] = ['COUNSELLOR']) => ({
  actor: prove({ ...facts, timeZone: 'Asia/Shanghai', roles, owners: ['u'], teams: [], isDemo: false, mayWrite: true }),
  client: {
    consents: [
      {
        ...{ purpose: 'PROCESSING' as const, creditorId: null, textVersion: '1', channel: 'PAPER' as const },
        ...{ givenAt: '2026-11-01T02:00:00Z', withdrawnAt },
      },
    ],
  },
})
const atWork = viewOf(null)
const atRest = viewOf('2026-11-23T02:00:00Z')

const said = async (view: ReturnType<typeof viewOf>, command: CommandName) =>
  new Response((await prerender(await Offered({ view, command, children: <b>表单</b> }))).prelude).text()

test('while the work rests, a form that would be refused gives its place to why, and what to do', async () => {
  for (const command of ['proposal.draft', 'case.triage', 'bundle.send', 'debt.add'] as const) {
    expect(await said(atWork, command)).toBe('<b>表单</b>')
    expect(await said(atRest, command)).toContain(messages['zh-CN'].faults.consent_withdrawn)
    expect(await said(atRest, command)).not.toContain('表单')
  }
})

test('what goes on is offered as ever, and who may not do it is told of nothing', async () => {
  expect(await said(atRest, 'message.write')).toBe('<b>表单</b>')
  expect(await said(viewOf('2026-11-23T02:00:00Z', ['AUDITOR']), 'proposal.draft')).toBe('')
})

test('while the work rests only the creditor’s wish is asked for, and only answers and payments are taken in', () => {
  const asks = (from: string) => isDoneNow(atRest, 'evidence.request', { from })
  expect([asks('COUNSELLOR'), asks('CREDITOR')]).toEqual([false, true])
  const takes = (code: string) => isDoneNow(atRest, 'evidence.upload', { code, alsoFor: [code] })
  expect([takes('ID_CARD'), takes('PAYMENT_PROOF')]).toEqual([false, true])
  expect(isDoneNow(atWork, 'evidence.request', { from: 'COUNSELLOR' })).toBe(true)
})
