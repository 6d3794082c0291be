import { describe, expect, test } from 'vitest'
import { roles } from '@/db/vocabulary'
import { commandRoles, queryRoles } from '@/lib/core/permissions'
import { deedsOf } from './role-deeds'

const everything = (role: (typeof roles)[number]) => deedsOf(role).flatMap(({ sees, may }) => [...sees, ...may])

/** How one looks at cases is one's own, whatever one may change. */
const ownViews = ['view.save', 'view.change', 'view.remove', 'view.choose']
const ownInbox = ['inbox.read', 'inbox.readAll', 'inbox.setDigest']

describe('what a role may do, in words', () => {
  test.each(roles)('is the permission table, no row more and none less: %s', (role) => {
    const table = Object.entries({ ...commandRoles, ...queryRoles })
    const wanted = table.filter(([, allowed]) => allowed.some((one) => one === role)).map(([name]) => name)
    expect(everything(role).toSorted()).toEqual(wanted.toSorted())
  })
  test('a client does nothing in the office, and an auditor changes no case', () => {
    expect(deedsOf('CLIENT').map(({ group }) => group)).toEqual(['office', 'portal'])
    expect(deedsOf('AUDITOR').flatMap(({ may }) => may)).toEqual([...ownViews, 'client.reveal', 'preference.set', ...ownInbox])
  })
})
