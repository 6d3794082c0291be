import { describe, expect, test } from 'vitest'
import type { PaperFile } from './enclosures.queries'
import { asListed } from './listed-papers'

const names: Record<string, [string, string]> = {
  PAYSLIP: ['工资单', 'Payslip'],
  INCOME_PROOF: ['收入证明', 'Proof of income'],
  UNEMPLOYMENT_CERT: ['失业证明', 'Unemployment certificate'],
}
const named = (code: string) => ({ code, zh: names[code]?.[0] ?? '', en: names[code]?.[1] ?? '' })
const file = (id: string, code: string, covers: Partial<PaperFile> = {}): PaperFile => ({
  ...{ id, ...named(code), coversFrom: null, coversTo: null },
  ...covers,
})
const paper = (code: string, ...files: PaperFile[]) => ({ ...named(code), files })

describe('the papers that a letter lists', () => {
  const payslip = file('a', 'PAYSLIP')

  test('are named by their own kind first, whatever comes first by its letters', () => {
    const kinds = ['UNEMPLOYMENT_CERT', 'PAYSLIP', 'INCOME_PROOF'].map((code) => paper(code, payslip))
    expect(asListed(kinds)).toEqual([
      { zh: '工资单（兼作失业证明、收入证明）', en: 'Payslip (also serving as: Unemployment certificate, Proof of income)' },
    ])
  })

  test('are named by it also where it was not asked for', () => {
    expect(asListed([paper('UNEMPLOYMENT_CERT', payslip)])[0]?.zh).toBe('工资单（兼作失业证明）')
  })

  test('are as many as there are files, told apart by their months, else by a number', () => {
    const august = file('b', 'PAYSLIP', { coversFrom: '2026-08-01', coversTo: '2026-08-31' })
    const autumn = file('c', 'PAYSLIP', { coversFrom: '2026-09-01', coversTo: '2026-10-31' })
    const all = paper('PAYSLIP', payslip, august, autumn, file('d', 'PAYSLIP'))
    expect(asListed([all]).map(({ zh }) => zh)).toEqual([
      '工资单（第1份）',
      '工资单（2026年8月）',
      '工资单（2026年9月至2026年10月）',
      '工资单（第2份）',
    ])
    expect(asListed([all]).map(({ en }) => en)).toEqual([
      'Payslip (no. 1)',
      'Payslip (August 2026)',
      'Payslip (September 2026 to October 2026)',
      'Payslip (no. 2)',
    ])
  })
})
