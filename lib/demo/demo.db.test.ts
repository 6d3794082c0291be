import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { aDebt, aReadyCase, clock, type Office, openOffice } from '@/db/testing/factories'
import { caseStages, closingOutcomes, hardshipTypes, openStages, versionOutcomes } from '@/db/vocabulary'
import { verifyChain } from '@/lib/audit/chain.queries'
import { accountByEmail, organisationsHere } from '@/lib/core/accounts.queries'
import { passwordFits } from '@/lib/core/passwords'
import { keptFiles } from '@/lib/evidence/kept-files'
import { startingEvidenceTypes } from '@/lib/evidence/starting-types'
import { clearDemo, loadDemo } from './demo'
import { demoPassword } from './offices'

let real: Office
let demoId: string
let otherId: string

const idOf = async (name: string) =>
  (await organisationsHere()).find((office) => office.name === name && office.is_demo)?.id ?? ''

beforeAll(async () => {
  process.env.DATA_DIR = await mkdtemp(join(tmpdir(), 'parley-files-'))
  real = await openOffice({ name: '真实机构' })
  await aDebt(real, await aReadyCase(real))
  await loadDemo(clock, { decided: 24 })
  demoId = await idOf('阳光债务咨询')
  otherId = await idOf('他山协商中心')
}, 240_000)

const ask = async (question: ReturnType<typeof sql>, organisationId = demoId) =>
  (await inTransaction({ organisationId }, (tx) => tx.execute(question))).rows

/** Version, answer and plan of one client's case with one product, as text. */
async function negotiationOf(name: string, brand = '借呗') {
  const [row] = await ask(sql`
    select c.id, c.stage, c.hardship_type, c.closing_outcome, v.outcome, v.surplus::text, l.reliefs, l.before, l.after,
      l.instalment::text, l.waived::text, d.grant_ratios, a.status, a.schedule, a.total::text,
      (select min(n.due_on - k.at::date) from contacts k join (select next_due_on as due_on from debts where case_id = c.id) n on true
        where k.case_id = c.id and k.purpose = 'HARDSHIP_NOTICE') as days_before
    from cases c join clients p on p.id = c.client_id join creditor_products b on b.id = c.product_id
      join proposal_versions v on v.case_id = c.id join proposal_lines l on l.version_id = v.id
      left join decisions d on d.version_id = v.id left join agreements a on a.version_id = v.id
    where p.name = ${name} and b.brand = ${brand}`)
  return negotiation.parse(row)
}

const plan = z.object({ rows: z.array(z.object({ payment: z.string() })), total: z.string(), interest: z.string() })
const negotiation = z.looseObject({
  before: plan,
  after: plan,
  schedule: plan.nullable(),
  reliefs: z.array(z.looseObject({ type: z.string() })),
})
const payments = ({ rows }: z.output<typeof plan>) => rows.map(({ payment }) => payment)

describe('the worked examples', () => {
  test('SX-01 小李 falls ill, asks for six months more and a lower instalment, gets both and pays to the end (V11)', async () => {
    const li = await negotiationOf('李晓梅')
    expect(li).toMatchObject({
      hardship_type: 'ILLNESS',
      outcome: 'ACCEPTED',
      status: 'COMPLETED',
      closing_outcome: 'AGREEMENT_COMPLETED',
    })
    expect(li.reliefs.map(({ type }) => type)).toEqual(['TERM_EXTENSION', 'LOWER_INSTALMENT'])
    expect(payments(li.before)).toEqual(Array.from({ length: 6 }, () => '4169.67'))
    expect(li.before).toMatchObject({ total: '25018.02', interest: '1018.02' })
    expect(payments(li.after)).toEqual([...Array.from({ length: 11 }, () => '2159.41'), '2159.43'])
    expect(li.after).toMatchObject({ total: '25912.94', interest: '1912.94' })
    expect(li).toMatchObject({ surplus: '2200.00', instalment: '2159.41' }) // 40.59 are left
    const [paid] = await ask(
      sql`select count(*)::int as n, sum(amount)::text as sum from payments where case_id = ${String(li.id)} and verified_at is not null`,
    )
    expect(paid).toEqual({ n: 12, sum: '25912.94' })
  })

  test('SX-02 小张 speaks up five days before the due date and is granted half of the interest (V12)', async () => {
    const zhang = await negotiationOf('张志强')
    expect(zhang).toMatchObject({
      hardship_type: 'UNEMPLOYMENT',
      outcome: 'ACCEPTED_MODIFIED',
      status: 'ACTIVE',
      stage: 'MONITORING',
      days_before: 5,
    })
    expect(zhang.grant_ratios).toEqual({ WAIVE_INTEREST: '0.50' })
    expect(zhang.waived).toBe('432.00')
    expect(zhang.schedule === null ? [] : payments(zhang.schedule)).toEqual([
      '3343.25',
      '3127.25',
      '3127.25',
      '3127.25',
      '3127.25',
      '3127.26',
    ])
    expect(zhang.total).toBe('18979.51')
  })

  test('SX-03 three instalments become six (V13, V3)', async () => {
    const wang = await negotiationOf('王秋菊')
    expect(payments(wang.before)).toEqual(['4096.38', '4096.38', '4096.38'])
    expect(wang.before.interest).toBe('289.14')
    expect(payments(wang.after)).toEqual(['2084.83', '2084.83', '2084.83', '2084.83', '2084.83', '2084.86'])
    expect(wang.after.interest).toBe('509.01')
    expect(wang).toMatchObject({ stage: 'SUBMITTED', outcome: 'PENDING' })
  })
})

const words = async (question: ReturnType<typeof sql>) =>
  new Set((await ask(question)).map((row) => String(Object.values(row)[0])))

describe('the demo office', () => {
  test('opens its accounts to the password everybody knows', async () => {
    const names = ['admin', 'supervisor', 'counsellor', 'counsellor2', 'analyst', 'auditor', 'client', 'client2']
    const emails = [...names.map((name) => `${name}@demo.test`), 'counsellor@other.test', 'client@other.test']
    for (const email of emails) {
      const account = await accountByEmail(email)
      expect(await passwordFits(account?.password_hash, demoPassword), email).toBe(true)
    }
  })

  test('has some forty open cases over every stage, and no column of the board is empty', async () => {
    const rows = await ask(sql`select stage, count(*)::int as n from cases group by 1`)
    expect(rows.map(({ stage }) => String(stage)).sort()).toEqual([...caseStages].sort())
    const open = rows.filter(({ stage }) => stage !== 'CLOSED').reduce((sum, { n }) => sum + Number(n), 0)
    expect(open).toBeGreaterThanOrEqual(40)
    expect(open).toBeLessThan(55)
    expect(openStages.length).toBe(10)
  })

  test('shows every hardship, outcome, way of closing, kind of document and state of one', async () => {
    expect(await words(sql`select distinct hardship_type from cases`)).toEqual(new Set(hardshipTypes))
    expect(await words(sql`select distinct outcome from proposal_versions`)).toEqual(new Set(versionOutcomes))
    expect(await words(sql`select distinct closing_outcome from cases where closing_outcome is not null`)).toEqual(
      new Set(closingOutcomes),
    )
    expect(await words(sql`select distinct code from evidence`)).toEqual(new Set(startingEvidenceTypes.map(({ code }) => code)))
    expect(await words(sql`select distinct status from evidence`)).toEqual(
      new Set(['RECEIVED', 'VERIFIED', 'REJECTED', 'EXPIRED']),
    )
    expect(await words(sql`select distinct status from agreements`)).toEqual(new Set(['DRAFT', 'ACTIVE', 'COMPLETED', 'BROKEN']))
  })

  test('SS-12 leaves no open case without a next action, an owner and a due date; some are overdue, some due today', async () => {
    expect(await ask(sql`select number from cases where stage <> 'CLOSED' and (next_action is null or due_on is null)`)).toEqual(
      [],
    )
    const [due] = await ask(sql`select count(*) filter (where due_on < '2026-11-21')::int as overdue,
      count(*) filter (where due_on = '2026-11-21')::int as today, count(distinct owner_id)::int as owners from cases where stage <> 'CLOSED'`)
    expect(Number(due?.['overdue'])).toBeGreaterThan(4)
    expect(Number(due?.['today'])).toBeGreaterThan(4)
    expect(due?.['owners']).toBe(3)
  })

  test('has cases on hold, disputed, past their answer and with an instalment missed', async () => {
    const [odd] = await ask(sql`select
      (select count(*)::int from cases where hold_until > '2026-11-21') as held,
      (select count(*)::int from cases where 'DISPUTED' = any(overlays)) as disputed,
      (select count(*)::int from proposal_versions where outcome = 'PENDING' and expected_reply_by < '2026-11-21') as unanswered,
      (select count(distinct agreement_id)::int from instalments i join agreements a on a.id = i.agreement_id
        where a.status = 'ACTIVE' and due_on < '2026-11-21' and paid < amount) as late,
      (select count(*)::int from payments where verified_at is null) as unchecked,
      (select count(*)::int from agreements where override_by is not null) as overridden,
      (select count(*)::int from evidence_requests where fulfilled_at is null) as asked,
      (select count(*)::int from fallback_plans where status = 'OPEN') as planned,
      (select count(*)::int from referral_bodies) as referable,
      (select count(*)::int from conduct_entries) as collected`)
    for (const [what, count] of Object.entries(odd ?? {})) expect(Number(count), what).toBeGreaterThan(0)
  })

  test('keeps every name whole, also the rare ones', async () => {
    const names = await words(sql`select name from clients`)
    for (const name of ['古丽米热·艾比布力', '欧阳䮌', '𠮷田']) expect(names.has(name), name).toBe(true)
  })

  test('has consents in the wording of their day: none names one that came later', async () => {
    const versions = await ask(sql`select distinct text_version from consents where given_at < '2026-11-22 00:00+08'`)
    expect(versions).toEqual([{ text_version: 'v1' }])
  })

  test('has counters that say what is there', async () => {
    expect(
      await ask(sql`select * from (select owner_id, stage, count(*) as n, sum(owed) as total from cases group by 1, 2) really
        full join (select owner_id, stage, count, total from board_counters where count <> 0) kept using (owner_id, stage)
        where really.n is distinct from kept.count or really.total is distinct from kept.total`),
    ).toEqual([])
  })

  test('numbers its cases in the order in which they were opened', async () => {
    expect(
      await ask(
        sql`select number from (select number, serial, row_number() over (order by opened_at, serial) as nth from cases) c where serial <> nth`,
      ),
    ).toEqual([])
  })

  test('has a history that is real: moves that lead to where each case stands, frozen factors, nothing in the future', async () => {
    expect(
      await ask(
        sql`select c.number from cases c where c.stage <> (select e."to" from stage_events e where e.case_id = c.id order by e.case_version desc, e.at desc limit 1)`,
      ),
    ).toEqual([])
    expect(
      await ask(
        sql`select 1 from proposal_versions v where sent_at is not null and not exists (select 1 from factor_snapshots f where f.version_id = v.id and f.taken_at = v.sent_at)`,
      ),
    ).toEqual([])
    expect(await ask(sql`select 1 from audit_events where at > ${clock.toISOString()}`)).toEqual([])
    const [audited] = await ask(sql`select count(*)::int as n from audit_events where event ->> 'type' = 'proposal.sent'`)
    const [sent] = await ask(sql`select count(*)::int as n from proposal_versions where sent_at is not null`)
    expect(audited).toEqual(sent)
  })

  test('has an audit chain that verifies, in both offices', async () => {
    expect(await verifyChain(demoId)).toMatchObject({ firstBad: null })
    expect(await verifyChain(otherId)).toMatchObject({ firstBad: null })
  })

  test('is there only once', async () => {
    expect(await loadDemo(clock, { decided: 1 })).toMatchObject({ loaded: false })
    expect((await organisationsHere()).filter(({ is_demo: isDemo }) => isDemo)).toHaveLength(2)
  })
})

test('clearing removes both offices with their accounts and files, and leaves a real one as it was', async () => {
  const [file] = await ask(sql`select file_hash from evidence limit 1`)
  const count = sql`select (select count(*) from cases) as cases, (select count(*) from audit_events) as events, (select count(*) from debts) as debts`
  const before = await ask(count, real.organisationId)
  expect((await clearDemo()).cleared.sort()).toEqual(['他山协商中心', '阳光债务咨询'])
  expect(await ask(count, real.organisationId)).toEqual(before)
  expect(await ask(count)).toEqual([{ cases: '0', events: '0', debts: '0' }])
  expect(await accountByEmail('admin@demo.test')).toBeUndefined()
  expect(await keptFiles().read(demoId, String(file?.['file_hash']))).toBeUndefined()
  expect((await organisationsHere()).map(({ name }) => name)).toEqual(['真实机构'])
})
