import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { words } from '../words'
import { agreements } from './agreements'
import { audit } from './audit'

const order = words.paymentOrder.PRINCIPAL_INTEREST_COSTS

test('the order of payments is told as what it is: within an instalment, the oldest instalment first', () => {
  const [zh, en] = [agreements.zh, agreements.en]
  const say = (locale: 'zh-CN' | 'en', said: string, text: string) =>
    createTranslator({ locale, messages: { said } })('said', { order: text })
  expect(say('zh-CN', zh.settles, order.zh)).toBe('还款先还最早的一期；每一期里依次抵充：本金 → 利息 → 费用（合同约定）。')
  expect(say('en', en.settles, order.en)).toBe(
    'Payments settle the oldest instalment first and, within each instalment, in turn: Principal → interest → costs (by contract).',
  )
  for (const sentence of [zh.paymentOrder, zh.paymentOrderHint, audit.zh.agreement_confirmed]) expect(sentence).toMatch(/期/)
  for (const sentence of [en.paymentOrder, en.paymentOrderHint, audit.en.agreement_confirmed])
    expect(sentence).toMatch(/instalment/)
})
