import { expect, test } from 'vitest'
import { type ActorFacts, prove } from '@/lib/core/prove'
import { reachOf, stillReaches } from './reach'

const someone = (over: Partial<Pick<ActorFacts, 'roles' | 'owners' | 'teams'>>) =>
  prove({
    ...{ kind: 'staff', id: 'a', name: '李', organisationId: 'o', organisationName: '阳光', timeZone: 'Asia/Shanghai' },
    ...{ locale: 'zh-CN', isDemo: false, mayWrite: true, roles: ['COUNSELLOR'], owners: ['a'], teams: [], ...over },
  })

test.each([
  ['who sees the same opens it', {}, {}, true],
  ['who sees more opens it', {}, { teams: ['t'] }, true],
  ['who left a team does not open what was made for its member', { teams: ['t'] }, {}, false],
  ['who deputises no more does not open what was made then', { owners: ['a', 'b'] }, {}, false],
  ['a supervisor opens what was made as a counsellor', { teams: ['t'] }, { roles: ['SUPERVISOR'] }, true],
  ['a counsellor does not open what was made as a supervisor', { roles: ['SUPERVISOR'] }, {}, false],
  ['a counsellor does not open what was made as an analyst', { roles: ['ANALYST'] }, {}, false],
] as const)('%s', (_, then, now, expected) => {
  expect(stillReaches(reachOf(someone(then)), someone(now))).toBe(expected)
})

test('a file that does not say whose cases it was made of is opened by nobody', () => {
  expect(stillReaches(null, someone({ roles: ['SUPERVISOR'] }))).toBe(false)
})
