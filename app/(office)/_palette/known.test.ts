import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Role } from '@/db/vocabulary'
import { prove } from '@/lib/core/prove'
import { staff } from '@/lib/core/role-groups'
import { isAbout } from './entries'
import { knownEntries } from './known'

const id = '00000000-0000-4000-8000-000000000001'
const somebody = (roles: Role[]) =>
  prove({
    ...{ kind: 'staff', id, name: '李', organisationId: id, organisationName: '', timeZone: 'Asia/Shanghai' },
    ...{ locale: 'zh-CN', roles, owners: [id], teams: [], isDemo: false, mayWrite: true },
  })
const linesOf = (roles: Role[]) => Object.values(knownEntries(somebody(roles), 'zh-CN')).flat()
const hrefsOf = (roles: Role[]) => linesOf(roles).flatMap((line) => ('href' in line ? [line.href] : []))

/** Pages that are only ever come to from another: results, explanations, and what is left of somebody erased. */
const notGoneTo = ['/search', '/clients/erased', '/analytics/cases', '/analytics/method', '/settings/demo']

describe('what the palette knows', () => {
  test('every page of the office that has an address of its own', () => {
    const pages = readdirSync('app/(office)', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('page.tsx'))
      .map((file) => `/${file.replaceAll('\\', '/').replace('/page.tsx', '')}`)
      .filter((page) => !page.includes('[') && !notGoneTo.includes(page))
    expect(pages.length).toBeGreaterThan(15)
    const known = new Set(hrefsOf(['ADMIN', 'SUPERVISOR', 'AUDITOR']))
    expect(pages.filter((page) => !known.has(page))).toEqual([])
  })

  test.each(['导入', 'daoru', 'import'])('importing a table, by %s, for whoever takes clients in', (typed) => {
    const found = (roles: Role[]) => linesOf(roles).filter((line) => isAbout(line, typed) && line.id === 'importTable')
    expect(found(['COUNSELLOR'])).toMatchObject([{ href: '/clients/import' }])
    expect(found(['ANALYST'])).toEqual([])
  })

  test.each(['术语', 'shuyu', 'sy', 'glossary'])('the glossary, by %s, for everybody who works here', (typed) => {
    for (const role of staff) {
      const found = linesOf([role]).filter((line) => isAbout(line, typed) && line.id === 'glossary')
      expect(found).toMatchObject([{ href: '/glossary' }])
    }
  })

  test('nothing twice', () => {
    const ids = linesOf(['ADMIN', 'SUPERVISOR', 'AUDITOR']).map((line) => line.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
