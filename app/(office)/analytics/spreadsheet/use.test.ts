import { describe, expect, test } from 'vitest'
import { type Column, raised, specOf } from './use'

const column = (name: string, use: Column['use'], levels: string[] | null): Column => ({
  ...{ name, use, levels, filled: 60, looks: 'category', known: 'before_submission' },
})
const outcome = { event: '获批', nonEvent: '被拒' }

describe('the order of levels', () => {
  test('is the one that was chosen, not that of the alphabet', () => {
    const bands = raised(raised(['中', '低', '高'], 1), 1)
    expect(raised(['中', '低', '高'], 1)).toEqual(['低', '中', '高'])
    expect(bands).toEqual(['中', '低', '高'])
    const { factors } = specOf([column('结果', 'outcome', null), column('收入', 'ordered', ['低', '中', '高'])], outcome)
    expect(factors).toEqual([{ column: '收入', type: 'ordered', knownAt: 'before_submission', levels: ['低', '中', '高'] }])
  })

  test('is kept where nothing stands before the first', () => {
    expect(raised(['a', 'b'], 0)).toEqual(['a', 'b'])
  })

  test('is none of a category, nor of a column with very many values', () => {
    const { factors } = specOf([column('原因', 'category', ['甲', '乙']), column('编号', 'ordered', null)], outcome)
    expect(factors.map((factor) => 'levels' in factor)).toEqual([false, false])
  })
})
