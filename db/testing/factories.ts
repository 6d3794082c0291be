import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { CaseStage, ConsentPurpose, ContactChannel, Role } from '@/db/vocabulary'
import { type Actor, prove } from '@/lib/core/prove'
import { maskName } from '@/lib/platform/mask'
import { money, rate } from '@/lib/platform/money'
import { searchText } from '@/lib/platform/pinyin'
import { inTransaction, type Tx } from '../client'
import * as tables from '../schema'

/** The moment tests live in: Saturday morning, 2026-11-21 in Shanghai. */
export const clock = new Date('2026-11-21T02:00:00Z')
export const today = '2026-11-21'

type Row<Table extends { $inferInsert: unknown }> = Partial<Table['$inferInsert']>
export type Office = Awaited<ReturnType<typeof openOffice>>
export type TestClient = typeof tables.clients.$inferSelect
export type TestCase = typeof tables.cases.$inferSelect
export type TestDebt = typeof tables.debts.$inferSelect
export type TestVersion = typeof tables.proposalVersions.$inferSelect

const staffRoles = {
  supervisor: 'SUPERVISOR',
  counsellor: 'COUNSELLOR',
  colleague: 'COUNSELLOR',
  assistant: 'ASSISTANT',
  admin: 'ADMIN',
  analyst: 'ANALYST',
  auditor: 'AUDITOR',
} as const satisfies Record<string, Role>

const staffNames = {
  supervisor: '王督导',
  counsellor: '李文静',
  colleague: '陈思远',
  assistant: '周助理',
  admin: '管理员',
  analyst: '分析员',
  auditor: '审计员',
}

type Opened = { name?: string; rules?: Record<string, unknown>; isDemo?: boolean }
/** An office of its own for a test: organisation, one actor per role, Jiebei as creditor and product. Nothing needs cleaning. */
export async function openOffice({ name = '阳光债务咨询', rules = {}, isDemo = false }: Opened = {}) {
  const organisationId = randomUUID()
  const all = JSON.stringify({ supervisorChecks: false, breachDays: 15, noResponseDays: 60, ...rules })
  await inTransaction({}, (tx) =>
    tx.execute(
      sql`select auth_create_organisation(${organisationId}, ${name}, 'CHARITY', 'Asia/Shanghai', 'zh-CN', ${all}::jsonb, ${isDemo}, ${clock.toISOString()})`,
    ),
  )
  const hire = (who: keyof typeof staffRoles) => staffMember({ organisationId, name: staffNames[who], roles: [staffRoles[who]] })
  const place = await inTransaction({ organisationId }, (tx) => addCreditor(tx, organisationId))
  return {
    organisationId,
    ...place,
    supervisor: await hire('supervisor'),
    counsellor: await hire('counsellor'),
    colleague: await hire('colleague'),
    assistant: await hire('assistant'),
    admin: await hire('admin'),
    analyst: await hire('analyst'),
    auditor: await hire('auditor'),
    system: actorOf({ organisationId, id: randomUUID(), name: 'system', roles: [], kind: 'system' }),
    /** Anything, in this office's context. */
    within: <T>(work: (tx: Tx) => Promise<T>) => inTransaction({ organisationId }, work),
  }
}

type Person = { organisationId: string; id: string; name: string; roles: readonly Role[] }

const actorOf = ({
  organisationId,
  id,
  name,
  roles,
  kind = 'staff',
  clientId,
  teams = [],
  owners = [id],
}: Person & Partial<Pick<Actor, 'kind' | 'clientId' | 'teams' | 'owners'>>): Actor =>
  prove({
    kind,
    id,
    name,
    organisationId,
    organisationName: '阳光债务咨询',
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    roles,
    clientId,
    owners,
    teams,
    isDemo: false,
    mayWrite: true,
  })

/** One more member of staff, with a place in the organisation. `owners` adds colleagues they deputise for. */
export async function staffMember({
  organisationId,
  name = '新同事',
  roles,
  teams = [],
  owners = [],
}: {
  organisationId: string
  name?: string
  roles: Role[]
  teams?: string[]
  owners?: string[]
}): Promise<Actor> {
  const id = randomUUID()
  await inTransaction({ organisationId }, (tx) =>
    tx.insert(tables.members).values({ orgId: organisationId, userId: id, name, roles }),
  )
  return actorOf({ organisationId, id, name, roles, teams, owners: [id, ...owners] })
}

/** The client's own account. */
export const clientActor = (office: Pick<Office, 'organisationId'>, client: Pick<TestClient, 'id' | 'name'>): Actor =>
  actorOf({
    organisationId: office.organisationId,
    id: randomUUID(),
    name: client.name,
    roles: ['CLIENT'],
    kind: 'client',
    clientId: client.id,
  })

async function addCreditor(tx: Tx, orgId: string) {
  const [creditorId, productId] = [randomUUID(), randomUUID()]
  const facts = { orgId, source: '合同', asOf: today }
  await tx.insert(tables.creditors).values({
    ...facts,
    id: creditorId,
    legalName: '重庆蚂蚁消费金融有限公司',
    shortName: '蚂蚁消金',
    regulatorClass: 'CONSUMER_FINANCE',
  })
  await tx.insert(tables.creditorProducts).values({ ...facts, id: productId, creditorId, brand: '借呗', type: 'CONSUMER_LOAN' })
  return { creditorId, productId }
}

/** Another creditor with one product. */
export const aCreditor = (office: Pick<Office, 'organisationId' | 'within'>) =>
  office.within((tx) => addCreditor(tx, office.organisationId))

/** A way to reach the office's creditor, checked lately. @returns its id */
export async function aCreditorContact(
  { organisationId: orgId, creditorId, within }: Office,
  channel: ContactChannel = 'EMAIL',
): Promise<string> {
  const id = randomUUID()
  const address = { channel, value: 'help@lender.example', source: '官网', verifiedOn: '2026-11-01' }
  await within((tx) => tx.insert(tables.creditorContacts).values({ orgId, id, creditorId, ...address }))
  return id
}

export async function aTeam(office: Office, { isPrivate = false } = {}) {
  const id = randomUUID()
  await office.within((tx) => tx.insert(tables.teams).values({ orgId: office.organisationId, id, name: '一组', isPrivate }))
  return id
}

/** A client who agrees to their data being processed, and to statistics. */
export async function aClient(
  office: Office,
  over: Row<typeof tables.clients> & { consent?: boolean | ConsentPurpose } = {},
): Promise<TestClient> {
  const { consent = true, ...columns } = over
  const name = columns.name ?? '张伟明'
  return office.within(async (tx) => {
    const values = { id: randomUUID(), name, maskedName: maskName(name), createdBy: office.counsellor.id, createdAt: clock }
    const client = first(
      await tx
        .insert(tables.clients)
        .values({ ...values, orgId: office.organisationId, ...columns })
        .returning(),
    )
    for (const purpose of consentsFor(consent)) await tx.insert(tables.consents).values(consentOf(client, purpose))
    return client
  })
}

const consentsFor = (consent: boolean | ConsentPurpose): ConsentPurpose[] => {
  if (typeof consent === 'string') return [consent]
  return consent ? ['PROCESSING', 'STATISTICS'] : []
}

const consentOf = (client: TestClient, purpose: ConsentPurpose = 'PROCESSING') => ({
  orgId: client.orgId,
  id: randomUUID(),
  clientId: client.id,
  purpose,
  textVersion: '2026-11',
  channel: 'PAPER' as const,
  givenAt: clock,
})

/** A case in any stage, whether or not the facts for it exist. */
export async function aCase(office: Office, over: Row<typeof tables.cases> & { client?: TestClient } = {}): Promise<TestCase> {
  const { client = await aClient(office), ...columns } = over
  return office.within(async (tx) => {
    const serial = await nextSerial(tx, office.organisationId)
    const number = `XS-${String(serial).padStart(4, '0')}`
    const values = {
      ...{ orgId: office.organisationId, id: randomUUID(), serial, number, clientId: client.id },
      ...{ creditorId: office.creditorId, productId: office.productId, ownerId: office.counsellor.id },
      ...{ stage: 'INTAKE' as CaseStage, stageSince: clock, whoseMove: 'us' as const, nextAction: 'TRIAGE' as const },
      ...{ dueOn: '2026-11-24', owed: money('0.00'), openedAt: clock },
    }
    const kase = first(
      await tx
        .insert(tables.cases)
        .values({ ...values, ...columns })
        .returning(),
    )
    await tx.insert(tables.caseSearch).values({
      ...{ orgId: kase.orgId, caseId: kase.id, clientId: client.id, ownerId: kase.ownerId, teamId: kase.teamId },
      text: searchText(client.name, [kase.number, '借呗', '蚂蚁消金', client.phoneTail]),
    })
    return kase
  })
}

async function nextSerial(tx: Tx, orgId: string) {
  const { rows } = await tx.execute(
    sql`update organisations set last_case_number = last_case_number + 1 where id = ${orgId} returning last_case_number`,
  )
  return Number(rows[0]?.['last_case_number'])
}

/** A loan note: 12,000.00 at 0.04 % a day, three instalments left (vector V3). The case's amount owed follows. */
export async function aDebt(office: Office, kase: TestCase, over: Row<typeof tables.debts> = {}): Promise<TestDebt> {
  return office.within(async (tx) => {
    const buckets = { principal: money('12000.00'), overduePrincipal: nothing, interest: nothing, overdueInterest: nothing }
    const values = {
      ...{ orgId: kase.orgId, id: randomUUID(), caseId: kase.id, clientId: kase.clientId, productId: kase.productId },
      ...{ method: 'EQUAL_INSTALMENT' as const, dailyPercent: rate('0.04'), rateSource: 'CONTRACT' as const },
      ...{ remainingPeriods: 3, nextDueOn: '2026-12-05', contractLender: '重庆蚂蚁消费金融有限公司' },
      ...{ ...buckets, penaltyPrincipal: nothing, penaltyInterest: nothing, fees: nothing },
    }
    const debt = first(
      await tx
        .insert(tables.debts)
        .values({ ...values, ...over })
        .returning(),
    )
    await tx.execute(sql`update cases set owed = (select sum(principal + overdue_principal + interest + overdue_interest
      + penalty_principal + penalty_interest + fees) from debts d where d.org_id = cases.org_id and d.case_id = cases.id)
      where org_id = ${kase.orgId} and id = ${kase.id}`)
    return debt
  })
}

const nothing = money('0.00')

/** Identity, hardship, statement (disposable 2,200.00), authority letter and consent to go to lenders: what a client's file needs before a proposal. */
export async function aFullFile(office: Office, client: TestClient) {
  const of = { orgId: client.orgId, clientId: client.id }
  await office.within(async (tx) => {
    await tx
      .update(tables.clients)
      .set({ idNumber: '110105194912310021' })
      .where(sql`org_id = ${client.orgId} and id = ${client.id}`)
    await tx
      .insert(tables.hardships)
      .values({ ...of, id: randomUUID(), type: 'UNEMPLOYMENT', startedOn: '2026-09-01', createdAt: clock })
    await tx.insert(tables.statements).values(statementOf(office, of))
    for (const purpose of ['CONTACT_CREDITOR', 'SHARE_WITH_CREDITOR'] as const) {
      await tx.insert(tables.consents).values(consentOf(client, purpose))
    }
    await tx.insert(tables.authorisations).values({
      ...of,
      ...{
        id: randomUUID(),
        agent: '阳光债务咨询',
        matters: '与债权方协商还款',
        validFrom: '2026-11-01',
        signedOn: '2026-11-01',
      },
    })
  })
}

const statementOf = (office: Office, of: { orgId: string; clientId: string }) => ({
  ...of,
  ...{ id: randomUUID(), number: 1, asOf: today, createdBy: office.counsellor.id, createdAt: clock },
  lines: [
    { kind: 'income' as const, category: '工资', amount: '5200.00' },
    { kind: 'fixed' as const, category: '房租', amount: '1900.00' },
    { kind: 'flexible' as const, category: '饮食', amount: '900.00' },
  ],
  ...{ income: money('5200.00'), fixed: money('1900.00'), flexible: money('900.00') },
  ...{ reserve: money('200.00'), disposable: money('2200.00') },
})

const plan = { rows: [], total: '12289.14', interest: '289.14', last: '2027-02-05' }

type Asked = Row<typeof tables.proposalVersions> & { sent?: boolean; factors?: Factors; beside?: readonly TestDebt[] }

/** A complete version with a line for the loan note and those `beside` it: a draft by default; `sent` makes it approved, declared, sent with proof and frozen, with `factors`. */
export async function aVersion(
  office: Office,
  debt: TestDebt,
  { sent = false, factors = {}, beside = [], ...over }: Asked = {},
): Promise<TestVersion> {
  return office.within(async (tx) => {
    const of = { orgId: debt.orgId, caseId: debt.caseId, clientId: debt.clientId }
    const values = {
      ...{ ...of, id: randomUUID(), number: 1, round: 1, letterText: '请求延长还款期限。', createdBy: office.counsellor.id },
      ...{ createdAt: clock, limitationAnswer: 'NOT_NEAR' as const },
    }
    const version = first(
      await tx
        .insert(tables.proposalVersions)
        .values({ ...values, ...(sent ? sentOf(office) : {}), ...over })
        .returning(),
    )
    await tx.insert(tables.proposalLines).values(
      [debt, ...beside].map(({ orgId, id, clientId }) => ({
        ...{ orgId, versionId: version.id, debtId: id, clientId, before: plan, after: plan },
        reliefs: [{ type: 'TERM_EXTENSION' as const, toPeriods: 6 }],
        ...{ instalment: money('2084.83'), total: money('12509.01'), waived: nothing },
      })),
    )
    if (sent) await tx.insert(tables.factorSnapshots).values(snapshotOf(version, factors))
    return version
  })
}

const sentOf = (office: Office) => ({
  ...{ clientApprovedAt: clock, truthDeclaredAt: clock, checkedAt: clock, checkedBy: office.supervisor.id },
  ...{ sentAt: clock, sentBy: office.counsellor.id, channel: 'APP_CHAT' as const, proof: '截图', expectedReplyBy: '2026-12-05' },
})

type Factors = Partial<(typeof tables.factorSnapshots.$inferInsert)['values']>

const snapshotOf = (version: TestVersion, factors: Factors) => ({
  ...{ orgId: version.orgId, id: randomUUID(), versionId: version.id, caseId: version.caseId, clientId: version.clientId },
  ...{ catalogueVersion: 1, missing: {}, takenAt: clock },
  values: {
    ...Object.fromEntries(Array.from({ length: 27 }, (_, i) => [`F-${String(i + 1).padStart(2, '0')}`, null])),
    ...factors,
  } as (typeof tables.factorSnapshots.$inferInsert)['values'],
})

/** The creditor's answer to a version, for all its loan notes unless `debtId` says otherwise. */
export async function aDecision(office: Office, version: TestVersion, over: Row<typeof tables.decisions> = {}) {
  const values = {
    ...{ orgId: version.orgId, id: randomUUID(), versionId: version.id, caseId: version.caseId, clientId: version.clientId },
    ...{ result: 'ACCEPTED' as const, decidedOn: today, recordedAt: clock, channel: 'PHONE' as const, by: office.counsellor.id },
  }
  return office.within(async (tx) =>
    first(
      await tx
        .insert(tables.decisions)
        .values({ ...values, ...over })
        .returning(),
    ),
  )
}

/** An agreement confirmed on paper and signed by the client. */
export async function anAgreement(
  office: Office,
  decision: typeof tables.decisions.$inferSelect,
  over: Row<typeof tables.agreements> = {},
) {
  const values = {
    ...{ orgId: decision.orgId, id: randomUUID(), caseId: decision.caseId, clientId: decision.clientId },
    ...{ versionId: decision.versionId, decisionId: decision.id, status: 'DRAFT' as const, schedule: plan, createdAt: clock },
    ...{ total: money('12509.01'), writtenConfirmationId: randomUUID(), confirmedOn: today, receiptSignedAt: clock },
  }
  return office.within(async (tx) =>
    first(
      await tx
        .insert(tables.agreements)
        .values({ ...values, ...over })
        .returning(),
    ),
  )
}

/**
 * A case in `stage` of which everything is known, so that every move of the table is allowed except withdrawing (its one
 * sent version still waits for an answer) and what a person has to say in words.
 */
export async function aReadyCase(office: Office, over: Row<typeof tables.cases> & { client?: TestClient } = {}) {
  const client = over.client ?? (await aClient(office))
  await aFullFile(office, client)
  const kase = await aCase(office, { triage: 'NEGOTIATE', fallbackReason: 'REFUSED', ...over, client })
  const version = await aVersion(office, await aDebt(office, kase), { sent: true })
  await aDecision(office, version, { result: 'COUNTERED', granted: [{ type: 'TERM_EXTENSION', toPeriods: 5 }] })
  const later = new Date(clock.getTime() + 60_000)
  await anAgreement(office, await aDecision(office, version, { recordedAt: later }))
  await office.within((tx) =>
    tx.insert(tables.evidenceRequests).values({
      ...{ orgId: kase.orgId, id: randomUUID(), caseId: kase.id, clientId: kase.clientId, code: 'INCOME_PROOF' },
      ...{ from: 'CREDITOR', deadline: '2026-11-28', createdAt: clock },
    }),
  )
  return kase
}

/** The events of an office in order, oldest first: what the audit says happened. */
export async function auditTrail(office: Pick<Office, 'within' | 'organisationId'>) {
  const rows = await office.within((tx) =>
    tx.select({ event: tables.auditEvents.event }).from(tables.auditEvents).orderBy(tables.auditEvents.seq),
  )
  return rows.map((row) => row.event)
}

function first<T>(rows: T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('nothing was written')
  return row
}
