import { describe, expect, test } from 'vitest'
import type { Role } from '@/db/vocabulary'
import { prove } from '@/lib/core/prove'
import { concerns, readTold } from './told'

const [org, me, colleague, team] = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`)
const told = { org: `${org}`, case: `${me}`, v: 2, owners: [`${colleague}`], teams: [] }

const actorWith = (roles: Role[], over: object = {}) =>
  prove({
    ...{ kind: 'staff', id: `${me}`, name: '李', organisationId: `${org}`, organisationName: '', timeZone: 'Asia/Shanghai' },
    ...{ locale: 'zh-CN', roles, owners: [`${me}`], teams: [], isDemo: false, mayWrite: true, ...over },
  })

describe('who hears of a change', () => {
  test('its owner, and who had it before', () => {
    expect(concerns(actorWith(['COUNSELLOR']), { ...told, owners: [`${me}`] })).toBe(true)
    expect(concerns(actorWith(['COUNSELLOR']), { ...told, owners: [`${colleague}`, `${me}`] })).toBe(true)
  })
  test('the members of its team', () => {
    expect(concerns(actorWith(['COUNSELLOR'], { teams: [`${team}`] }), { ...told, teams: [`${team}`] })).toBe(true)
  })
  test('supervisors and auditors of the office', () => {
    expect(concerns(actorWith(['SUPERVISOR']), told)).toBe(true)
    expect(concerns(actorWith(['AUDITOR']), told)).toBe(true)
  })
  test('no colleague outside the scope, no client, nobody of another office', () => {
    expect(concerns(actorWith(['COUNSELLOR']), told)).toBe(false)
    expect(concerns(actorWith(['CLIENT'], { kind: 'client', clientId: `${team}` }), { ...told, owners: [`${me}`] })).toBe(false)
    expect(concerns(actorWith(['SUPERVISOR'], { organisationId: `${team}` }), told)).toBe(false)
  })
  test('a notification that is not ours is not heard', () => {
    expect(readTold(JSON.stringify(told))).toEqual(told)
    for (const text of ['', '{}', 'null', '[1]', '{"org":"x"}', JSON.stringify({ ...told, v: 'x' })]) {
      expect([text, readTold(text)]).toEqual([text, undefined])
    }
  })
})
