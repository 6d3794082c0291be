import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import type { Locale } from '@/db/vocabulary'
import type { GuardName } from '@/lib/cases/guards'
import { messages } from '@/lib/i18n/catalogue'
import { MoveStage } from './move-stage'

vi.mock('../actions', () => ({ moveAction: async () => ({}), undoMoveAction: async () => ({}) }))

const formFor = (missing: GuardName[], locale: Locale = 'zh-CN', isSupervisor = true) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={messages[locale]}>
      <MoveStage
        {...{ caseId: 'c1', clientId: 'p1', version: 3, isSupervisor, undo: undefined }}
        moves={[{ to: 'DRAFTING', missing }]}
      />
    </NextIntlClientProvider>,
  )

test('FB-07 a case that comes back from its fallback is asked what is different this time', () => {
  expect(formFor(['whatChanged'])).toContain('与上次相比有什么不同')
  expect(formFor(['whatChanged'], 'en')).toContain('What is different from last time')
})

test('a supervisor writes one reason, also where what changed is asked for beside what is let pass', () => {
  const reasons = (missing: GuardName[]) => formFor(missing).match(/<textarea[^>]*name="reason"/g)
  expect(reasons(['statement', 'whatChanged'])).toHaveLength(1)
  expect(reasons(['statement'])).toHaveLength(1)
})

test('where something is supplied elsewhere first, no button promises a move, and what only the move records is not asked yet', () => {
  const lacking = formFor(['statement', 'whatChanged'], 'zh-CN', false)
  expect(lacking).toContain('现在还不能移动')
  expect(lacking).toContain('移动时再填')
  expect(lacking).not.toContain('<form')
  expect(formFor(['whatChanged'], 'zh-CN', false)).toContain('<form')
})
