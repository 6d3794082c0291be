import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Card } from '@/lib/cases/card'
import { messages } from '@/lib/i18n/catalogue'
import { UrgentCase } from './urgent-case'

const card: Card = {
  ...{ id: 'c1', no: 'XS-0001', name: '张**', product: '借呗', owed: '100.00', action: 'TRIAGE', text: '', stage: 'INTAKE' },
  ...{ due: '2026-11-21', whose: 'us', since: '2026-11-20T02:00:00Z', owner: '李', hold: null, overlays: [], serial: 1, v: 1 },
}

const lineFor = (mayLog: boolean) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={messages['zh-CN']}>
      <UrgentCase card={card} now={{ today: '2026-11-22', timeZone: 'Asia/Shanghai' }} mayLog={mayLog} />
    </NextIntlClientProvider>,
  )

test('a line of the day leads to the case and to logging a contact', () => {
  expect(lineFor(true)).toContain('href="/cases/c1"')
  expect(lineFor(true)).toContain('href="/cases/c1/contacts#log"')
})

test('who may log nothing, as an auditor, is not offered to', () => {
  expect(lineFor(false)).toContain('href="/cases/c1"')
  expect(lineFor(false)).not.toContain('#log')
})
