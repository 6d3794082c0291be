import { expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { compareVersions } from './compare'
import type { VersionView } from './view'

const row = (n: number, due: string, payment: string) => ({
  n,
  due,
  payment,
  principal: payment,
  interest: '0.00',
  fees: '0.00',
  balance: '0.00',
})
const version = (reliefs: ReliefLine[], rows: ReturnType<typeof row>[], over: Partial<VersionView> = {}): VersionView => ({
  ...{ id: 'v', caseId: 'c', number: 1, round: 1, version: 1, outcome: 'PENDING', statementId: null, surplus: '2200.00' },
  ...{ whatChanged: '', overAffordableReason: '', limitationAnswer: null, truthDeclaredAt: null, clientApprovedAt: null },
  ...{ checkedAt: null, ratedWillingness: null, sourceOfFunds: '工资', letterLocale: 'zh-CN', letterTitle: '', letterHash: '' },
  ...{ letterTemplate: '', validUntil: null, sentAt: null, channel: null, proof: '', expectedReplyBy: null, createdAt: '' },
  savedAt: null,
  lines: [
    {
      ...{
        debtId: 'a',
        reliefs,
        treatment: 'FIRST_INSTALMENT',
        instalment: rows[0]?.payment ?? '0.00',
        total: '200.00',
        waived: '0.00',
      },
      before: { rows: [], total: '0.00', interest: '0.00', last: '' },
      after: { rows, total: '200.00', interest: '0.00', last: rows.at(-1)?.due ?? '' },
    },
  ],
  ...over,
})

test('SD-06 three versions side by side show what changed, and only that', () => {
  const short = version([{ type: 'TERM_EXTENSION', toPeriods: 1 }], [row(1, '2026-12-05', '200.00')])
  const long = version(
    [{ type: 'TERM_EXTENSION', toPeriods: 2 }],
    [row(1, '2026-12-05', '100.00'), row(2, '2027-01-05', '100.00')],
  )
  const changed = compareVersions([short, long, long]).filter(({ isSame }) => !isSame)
  expect(changed.map(({ row: name, values }) => [name, values])).toEqual([
    [
      'reliefs',
      [
        [{ type: 'TERM_EXTENSION', toPeriods: 1 }],
        [{ type: 'TERM_EXTENSION', toPeriods: 2 }],
        [{ type: 'TERM_EXTENSION', toPeriods: 2 }],
      ],
    ],
    ['instalment', ['200.00', '100.00', '100.00']],
    ['first', ['200.00', '100.00', '100.00']],
    ['periods', ['1', '2', '2']],
    ['ends', ['2026-12-05', '2027-01-05', '2027-01-05']],
  ])
})

test('the same version twice differs in nothing', () => {
  const one = version([{ type: 'STOP_COLLECTION' }], [row(1, '2026-12-05', '200.00')])
  expect(compareVersions([one, one]).every(({ isSame }) => isSame)).toBe(true)
})
