import { expect, test } from 'vitest'
import { locales } from '@/db/vocabulary'
import { statementKinds } from '@/lib/clients/statement'
import { messages } from '@/lib/i18n/catalogue'
import { expensePaper } from './expense-paper'

test('SE-03 the paper heads its lines with the words of the page on which the client confirms it', () => {
  const lines = statementKinds.map((kind) => ({ kind, category: 'OTHER', amount: '100.00' }))
  const whose = { client: '李小明', organisation: '示例机构', number: 1, asOf: '2026-11-21' }
  for (const language of locales) {
    const { blocks } = expensePaper({ language, ...whose, lines, income: '100.00', reserve: '0.00', disposable: '0.00' })
    const heads = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(heads).toEqual(statementKinds.map((kind) => messages[language].documents.kind[kind]))
  }
})
