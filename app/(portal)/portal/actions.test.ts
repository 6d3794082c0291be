import { expect, test, vi } from 'vitest'
import type { z } from 'zod'
import type { Command } from '@/lib/core/command'
import type { CommandName } from '@/lib/core/permissions'
import { Refusal } from '@/lib/core/refusal'
import { messages } from '@/lib/i18n/catalogue'
import {
  answerBudgetAction,
  askRightAction,
  cannotProvideAction,
  giveConsentAction,
  revokeAuthorityAction,
  setSafePhraseAction,
  tellCircumstanceAction,
  withdrawConsentAction,
} from './actions'

const held = vi.hoisted(() => ({ why: '' }))
vi.mock('@/lib/core/command', async (original) => {
  const { parse, ...rest } = await original<typeof import('@/lib/core/command')>()
  return {
    ...rest,
    parse,
    execute: async ({ input }: Command<CommandName, z.ZodType>, _: object, values: object) => {
      if (held.why !== '') throw new Refusal('rule', { why: held.why })
      return parse(input, values)
    },
  }
})
vi.mock('@/lib/core/session', () => ({ currentActor: async () => ({ kind: 'client' }) }))
vi.mock('../client-here', () => ({ clientHere: async () => ({ kind: 'client' }) }))
vi.mock('../typed', () => ({ keepTyped: async () => undefined, forgetTyped: async () => undefined }))
vi.mock('next/navigation', () => ({
  redirect: (place: string) => {
    throw new Error(place)
  },
}))

type Action = (data: FormData) => Promise<unknown>

/** Where sending these fields leads. */
async function sent(action: Action, fields: Record<string, string>) {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return action(data).catch((error: unknown) => (error instanceof Error ? error.message : ''))
}

test('an income below nothing is told as that, and not as a payment', async () => {
  for (const amount of ['-5', '−0.01'])
    expect(await sent(answerBudgetAction, { question: 'earnings', amount })).toBe(
      '/portal/budget/earnings?error=amountFromZero#fault',
    )
  expect(await sent(answerBudgetAction, { question: 'earnings', amount: '0' })).toBe('/portal/budget')
  expect(await sent(answerBudgetAction, { question: 'earnings', amount: '一千' })).toBe(
    '/portal/budget/earnings?error=amount#fault',
  )
  expect(messages['zh-CN'].portal.error.amountFromZero).not.toContain('还款')
})

const agreementId = '3f0b8c6e-8f5c-4f43-9d3e-6f0a2b9d1c11'
const requestId = '3f0b8c6e-8f5c-4f43-9d3e-6f0a2b9d1c12'
const cannot = `/portal/plans/${agreementId}/cannot`

test.each<[action: Action, fields: Record<string, string>, place: string]>([
  [giveConsentAction, { purpose: 'STATISTICS' }, '/portal/consents/STATISTICS?error=agree#fault'],
  [askRightAction, { note: '请解释' }, '/portal/data?error=kind#fault'],
  [tellCircumstanceAction, { agreementId, note: '病了' }, `${cannot}?error=reason#fault`],
  [setSafePhraseAction, { phrase: ' ' }, '/portal/safe-phrase?error=phrase#fault'],
  [setSafePhraseAction, { phrase: '花'.repeat(31) }, '/portal/safe-phrase?error=phraseLong#fault'],
  [askRightAction, { kind: 'EXPLAIN', note: '长'.repeat(1001) }, '/portal/data?error=noteLong#fault'],
  [tellCircumstanceAction, { agreementId, kind: 'ILLNESS', note: '长'.repeat(1001) }, `${cannot}?error=noteLong#fault`],
  [cannotProvideAction, { requestId, reason: '长'.repeat(201) }, `/portal/uploads/${requestId}?error=reasonLong#fault`],
])('what is not chosen, or too long, is told as that (%#)', async (action, fields, place) => {
  expect(await sent(action, fields)).toBe(place)
})

test.each<[action: Action, fields: Record<string, string>, why: string, place: string]>([
  [giveConsentAction, { purpose: 'STATISTICS', agree: 'on' }, 'consent_given', '/portal/consents?done=consented#done'],
  [withdrawConsentAction, { purpose: 'STATISTICS' }, 'consent_missing', '/portal/consents?done=withdrawn#done'],
  [revokeAuthorityAction, { authorisationId: agreementId }, 'already_revoked', '/portal/consents?done=revoked#done'],
  [withdrawConsentAction, { purpose: 'STATISTICS' }, 'something_else', '/portal/consents?error=rule#fault'],
])('who taps twice is told that it is done, and of nothing else so (%#)', async (action, fields, why, place) => {
  held.why = why
  expect(await sent(action, fields)).toBe(place)
  held.why = ''
})
