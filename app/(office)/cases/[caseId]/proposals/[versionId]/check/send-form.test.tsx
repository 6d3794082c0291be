import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { SendForm } from './send-form'

vi.mock('../../actions', () => ({ sendProposalForm: async () => ({}) }))
vi.mock('../../../draft-actions', () => ({ readDraftAction: async () => null, keepDraftAction: async () => null }))

const offered = (files: number) => {
  const proposal = { id: 'p1', version: 1, source: { today: '2026-11-23' } }
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={messages['zh-CN']}>
      <SendForm proposal={proposal} caseId="c1" replyBy="2026-12-07" files={files} />
    </NextIntlClientProvider>,
  )
}

test('a proposal whose letter encloses papers is offered no telephone and no text message', () => {
  expect(offered(2)).toContain('value="EMAIL"')
  expect(offered(2)).not.toMatch(/value="(PHONE|SMS)"/)
  expect(offered(0)).toMatch(/value="PHONE".*value="SMS"|value="SMS".*value="PHONE"/)
})
