import { expect, test } from 'vitest'
import { analyse } from './analyse'
import type { SheetRow } from './sheet'
import { readSpec } from './spec'

/** Of forty with proof 32 were approved, of forty without 10. */
const rows = (stratumOf: (n: number) => string): SheetRow[] =>
  [
    { proof: 'yes', approved: 32 },
    { proof: 'no', approved: 10 },
  ].flatMap(({ proof, approved }, side) =>
    Array.from({ length: 40 }, (_, n) => ({
      ...{ proof, by: stratumOf(40 * side + n), status: n < approved ? 'approved' : 'rejected' },
    })),
  )

function said(sheet: SheetRow[], locale: 'zh-CN' | 'en') {
  const outcome = { column: 'status', event: 'approved', nonEvent: 'rejected' }
  const read = readSpec({ outcome, factors: [{ column: 'proof', type: 'category' }], stratifyBy: 'by' })
  if ('fault' in read) throw new Error(JSON.stringify(read.fault))
  const answer = analyse(sheet, read.spec, locale)
  if ('fault' in answer) throw new Error(JSON.stringify(answer.fault))
  return { verdict: answer.result.factors[0]?.verdict, warnings: answer.result.warnings }
}

test('where every row is a stratum of its own that is the reason given, and not that the strata differ', () => {
  const { verdict, warnings } = said(
    rows((n) => `case ${n}`),
    'en',
  )
  expect(verdict).toBe('cannot_tell')
  expect(warnings).toEqual([expect.objectContaining({ code: 'cluster_level', column: null })])
  expect(warnings[0]?.sentence).toContain('80 strata for 80 decided rows')
  expect(
    said(
      rows((n) => `${n}`),
      'zh-CN',
    ).warnings[0]?.sentence,
  ).toContain('已有结果的 80 件分成 80 层')
})

test('where each of a few strata shows one side only, the difference is said to lie between them', () => {
  const { verdict, warnings } = said(
    rows((n) => `lender ${Math.floor(n / 20)}`),
    'en',
  )
  expect(verdict).not.toBe('more')
  expect(warnings.map(({ sentence }) => sentence).join()).not.toContain('of its own')
})

test('where strata hold both sides nothing of it is said', () => {
  const { verdict, warnings } = said(
    rows((n) => `lender ${n % 4}`),
    'en',
  )
  expect({ verdict, warnings }).toEqual({ verdict: 'more', warnings: [] })
})
