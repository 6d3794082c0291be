import { expect, test } from 'vitest'
import { inWords } from './in-words'
import { reports } from './registry'

test.each(['creditors', 'by-month'] as const)(
  '%s names creditors of the starting directory to readers of English in English',
  (id) => {
    const column = reports[id].columns.find(({ key }) => key === 'creditor')
    expect(column && inWords(column, '发卡银行', 'en')).toBe('Card issuer')
    expect(column && inWords(column, '发卡银行', 'zh-CN')).toBe('发卡银行')
    expect(column && inWords(column, '本地小贷', 'en')).toBe('本地小贷')
  },
)
