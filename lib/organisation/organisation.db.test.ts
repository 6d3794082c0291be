import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { aClient, clock, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { setupIsOpen } from '@/lib/core/accounts.queries'
import { execute } from '@/lib/core/command'
import { signIn } from '@/lib/core/session-sign-in'
import { createUser } from './commands'
import { getOrganisation, listMembers } from './queries'
import { setUpOffice } from './set-up.commands'
import { updateOrganisation } from './update.commands'

const form = {
  organisation: '阳光债务咨询',
  name: '王督导',
  email: 'Wang@Example.org ',
  password: '青石小巷里的三只猫在打盹',
}
const counts = (organisationId: string) =>
  inTransaction({ organisationId }, async (tx) => {
    const { rows } = await tx.execute(
      sql`select (select count(*)::int from evidence_types) as types, (select count(*)::int from creditor_products) as products`,
    )
    return rows[0]
  })

describe('setting up the first office', () => {
  test('a common password, an e-mail that is none and an empty name are refused, and the door stays open', async () => {
    const refused = await refusalOf(setUpOffice({ ...form, password: 'password1234' }, clock))
    expect(refused.details).toEqual({ fields: { password: ['password_common'] } })
    expect((await refusalOf(setUpOffice({ ...form, email: 'wang' }, clock))).details).toEqual({ fields: { email: ['email'] } })
    expect((await refusalOf(setUpOffice({ ...form, organisation: ' ' }, clock))).code).toBe('invalid')
    expect(await setupIsOpen()).toBe(true)
  })
  test('two people at the same moment: one office comes of it, with what every office starts with', async () => {
    const attempts = await Promise.allSettled([
      setUpOffice(form, clock),
      setUpOffice({ ...form, email: 'li@example.org' }, clock),
    ])
    const made = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
    expect(made).toHaveLength(1)
    expect(await counts(made[0]?.organisationId ?? '')).toEqual({ types: 32, products: 3 })
    expect(await setupIsOpen()).toBe(false)
    expect((await refusalOf(setUpOffice({ ...form, email: 'chen@example.org' }, clock))).details).toEqual({ why: 'setup_closed' })
  })
})

describe('what an office says of itself', () => {
  const change = (values: object, by: Office['admin'], now = clock) => execute(updateOrganisation, by, values, { now })

  test('its administrator and its supervisor change what they give, and the rest stays', async () => {
    const office = await openOffice()
    const before = await getOrganisation(office.counsellor)
    await change({ name: '  青石援助  中心 ', phone: '021-5555 0101' }, office.admin)
    await change({ supervisorChecks: true, breachDays: 30 }, office.supervisor)
    expect(await getOrganisation(office.counsellor)).toEqual({
      ...before,
      ...{ name: '青石援助 中心', phone: '021-5555 0101' },
      rules: { supervisorChecks: true, breachDays: 30, noResponseDays: before.rules.noResponseDays },
    })
    expect((await auditOf(office)).slice(-2)).toMatchObject([
      { type: 'organisation.updated', supervisorChecks: before.rules.supervisorChecks, breachDays: before.rules.breachDays },
      { type: 'organisation.updated', supervisorChecks: true, breachDays: 30 },
    ])
  })

  test('two people at the same moment: neither takes the other’s change back', async () => {
    const office = await openOffice()
    await Promise.all([change({ breachDays: 20 }, office.admin), change({ noResponseDays: 45 }, office.supervisor)])
    expect((await getOrganisation(office.admin)).rules).toMatchObject({ breachDays: 20, noResponseDays: 45 })
  })

  test('days out of reason, a phone that cannot be dialled and an empty name are refused, and change nothing', async () => {
    const office = await openOffice()
    const before = await getOrganisation(office.admin)
    const wrong = { breachDays: 0, noResponseDays: 366, phone: '打给我', name: ' ' }
    for (const [field, value] of Object.entries(wrong)) {
      const refused = await refusalOf(change({ [field]: value }, office.admin))
      expect([field, refused.code, Object.keys(Object(refused.details['fields']))]).toEqual([field, 'invalid', [field]])
    }
    expect(await getOrganisation(office.admin)).toEqual(before)
  })

  test('nobody else does, and another office is never touched', async () => {
    const [office, other] = [await openOffice(), await openOffice({ name: '另一家' })]
    for (const somebody of [office.counsellor, office.auditor]) {
      expect((await refusalOf(change({ name: '我的' }, somebody))).code).toBe('forbidden')
    }
    await change({ name: '改过的' }, office.admin)
    expect((await getOrganisation(other.admin)).name).toBe('另一家')
  })
})

describe('accounts', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
  })
  const person = (email: string) => ({ email, name: '李文静', roles: ['COUNSELLOR' as const], password: form.password })

  test('an administrator makes one, and the person signs in with it', async () => {
    const email = `${randomUUID()}@example.org`
    const { userId } = await execute(createUser, office.admin, person(email))
    const session = await signIn({ email, password: form.password, address: '127.0.0.1', userAgent: '' })
    expect(session).toMatchObject({ userId, home: '/today' })
    expect((await listMembers(office.admin)).members).toContainEqual({
      userId,
      name: '李文静',
      roles: ['COUNSELLOR'],
      isDisabled: false,
    })
    expect((await auditOf(office)).at(-1)).toEqual({ type: 'user.created', userId, roles: ['COUNSELLOR'] })
  })
  test('an e-mail has one account in an installation, also when two offices ask for it', async () => {
    const other = await openOffice({ name: '别处' })
    const email = `${randomUUID()}@example.org`
    await execute(createUser, office.admin, person(email))
    const before = await listMembers(other.admin)
    const again = await refusalOf(execute(createUser, other.admin, person(email.toUpperCase())))
    expect(again.details).toEqual({ fields: { email: ['email_unusable'] } })
    const own = await refusalOf(execute(createUser, office.admin, person(email)))
    expect(own.details).toEqual(again.details)
    expect(await listMembers(other.admin)).toEqual(before)
  })
  test('nobody learns who has an account by trying one address after the other', async () => {
    const prying = await openOffice({ name: '好奇' })
    const email = `${randomUUID()}@example.org`
    await execute(createUser, office.admin, person(email))
    for (let tried = 0; tried < 20; tried += 1)
      expect((await refusalOf(execute(createUser, prying.admin, person(email)))).code).toBe('invalid')
    expect((await refusalOf(execute(createUser, prying.admin, person(email)))).code).toBe('too_many')
  }, 60_000)
  test('a delegate’s account comes about by the client’s authorisation and not here', async () => {
    const client = await aClient(office)
    const account = { ...person(`${randomUUID()}@example.org`), roles: ['DELEGATE'], clientId: client.id }
    expect((await refusalOf(execute(createUser, office.admin, account))).details).toEqual({
      fields: { roles: ['by_authority_only'] },
    })
  })
  test('a client’s account belongs to a client of this office, and is nothing else', async () => {
    const client = await aClient(office)
    const other = await openOffice({ name: '别处' })
    const account = { ...person(`${randomUUID()}@example.org`), clientId: client.id }
    expect((await refusalOf(execute(createUser, office.admin, { ...account, roles: ['CLIENT', 'COUNSELLOR'] }))).code).toBe(
      'invalid',
    )
    expect((await refusalOf(execute(createUser, office.admin, account))).code).toBe('invalid')
    expect((await refusalOf(execute(createUser, other.admin, { ...account, roles: ['CLIENT'] }))).code).toBe('not_found')
    await execute(createUser, office.admin, { ...account, roles: ['CLIENT'] })
    expect(await signIn({ email: account.email, password: form.password, address: '127.0.0.1', userAgent: '' })).toMatchObject({
      home: '/portal',
    })
  })
  test('a supervisor makes no accounts', async () => {
    expect((await refusalOf(execute(createUser, office.supervisor, person('x@example.org')))).code).toBe('forbidden')
  })
})

test('an office reads its own facts and rules, and only those', async () => {
  const strict = await openOffice({ name: '严谨', rules: { supervisorChecks: true, breachDays: 10 } })
  const facts = await getOrganisation(strict.analyst)
  expect(facts).toMatchObject({ name: '严谨', type: 'CHARITY', timeZone: 'Asia/Shanghai', isDemo: false })
  expect(facts.rules).toEqual({ supervisorChecks: true, breachDays: 10, noResponseDays: 60 })
  expect((await getOrganisation((await openOffice({ name: '别处' })).counsellor)).name).toBe('别处')
})
