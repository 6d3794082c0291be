import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Card } from '@/lib/cases/card'
import { messages } from '@/lib/i18n/catalogue'
import { BulkResult } from './bulk-result'

const card: Card = {
  ...{ id: 'c1', no: 'XS-0001', name: '张**', product: '借呗', owed: '100.00', action: 'TRIAGE', text: '', stage: 'INTAKE' },
  ...{ due: '2026-11-21', whose: 'us', since: '2026-11-20T02:00:00Z', owner: '李', hold: null, overlays: [], serial: 1, v: 1 },
}

test('of a case that could not be changed the fault itself is told, not that something is marked', () => {
  const [detail, fault] = ['有些内容需要修改，请看标出的地方。', '不能早于建案那天，请核对年份。']
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={messages['zh-CN']}>
      <BulkResult
        outcomes={[{ kind: 'refused', card, problem: { code: 'invalid', detail, fields: { dueOn: [fault] } } }]}
        total={1}
        onRetry={() => {}}
        onUndo={undefined}
        onClose={() => {}}
      />
    </NextIntlClientProvider>,
  )
  expect(html).toContain(fault)
  expect(html).not.toContain(detail)
})
