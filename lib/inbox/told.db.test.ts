import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { cases, contacts, members } from '@/db/schema'
import { aCase, aClient, clientActor, type Office, openOffice, type TestCase } from '@/db/testing/factories'
import { aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import { assignCase } from '@/lib/cases/commands'
import type { Actor } from '@/lib/core/actor'
import { appendAudit, execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { audit } from '@/lib/i18n/messages/audit'
import { writeMyMessage } from '@/lib/messages/commands'
import { tellOfPromises } from './promises.job'
import { inbox } from './queries'

let office: Office
const now = new Date('2026-11-25T02:00:00Z')
const call = { now }
const told = async (actor: Actor) =>
  (await inbox(actor, {}, now)).notices.map(({ reason, case: kase, isRead }) => ({ reason, caseId: kase?.id, isRead }))

/** What the audit chain would say, without all it takes to get there. */
const happens = (event: Parameters<typeof appendAudit>[2][number], by: string, at = now) =>
  office.within((tx) => appendAudit(tx, { now: at, by, command: 'case.move', requestId: '' }, [event]))
const line = (reason: string, { id }: TestCase, isRead = false) => ({ reason, caseId: id, isRead })

beforeEach(async () => {
  office = await openOffice({ rules: { supervisorChecks: true } })
})

describe('a colleague is told', () => {
  test('when a case is given to them, and not when they take it themselves', async () => {
    const kase = await aCase(office)
    const give = (ownerId: string, version: number) =>
      execute(assignCase, office.supervisor, { caseId: kase.id, version, ownerId }, call)
    const { version } = await give(office.colleague.id, kase.version)
    await give(office.supervisor.id, version)
    expect(await told(office.supervisor)).toEqual([])
    // It is not theirs to see any more.
    expect(await told(office.colleague)).toEqual([])
    const own = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, kase.id)))
    await give(office.colleague.id, own[0]?.version ?? 0)
    expect(await told(office.colleague)).toEqual([line('ASSIGNED', kase)])
  })

  test('when their client writes, once however often, and nobody else is', async () => {
    const client = await aClient(office)
    const kase = await aCase(office, { client })
    const actor = clientActor(office, client)
    for (const body of ['您好', '还有一件事']) await execute(writeMyMessage, actor, { caseId: kase.id, body }, call)
    expect(await told(office.counsellor)).toEqual([line('CLIENT_MESSAGE', kase)])
    for (const other of [office.supervisor, office.colleague]) expect(await told(other)).toEqual([])
  })

  test('when a client sends or answers something, also where it is about the person and not about one case', async () => {
    const client = await aClient(office)
    const [kase] = [await aCase(office, { client }), await aCase(office, { client, stage: 'CLOSED' })]
    const by = `client:${randomUUID()}`
    await happens({ type: 'evidence.received', clientId: client.id, evidenceId: randomUUID(), code: 'PAYSLIP', hash: 'x' }, by)
    await happens({ type: 'consent.withdrawn', clientId: client.id, purpose: 'STATISTICS' }, by)
    expect((await told(office.counsellor)).map(({ reason, caseId }) => `${reason} ${caseId}`).toSorted()).toEqual([
      `CLIENT_SENT ${kase.id}`,
      `CLIENT_WITHDREW_STATISTICS ${kase.id}`,
    ])
  })

  test('what it was that the client answered, each on a line of its own', async () => {
    const client = await aClient(office)
    const kase = await aCase(office, { client })
    const [ofCase, ofClient, id] = [{ caseId: kase.id }, { clientId: client.id }, randomUUID()]
    const answers = [
      [{ type: 'proposal.approved', ...ofCase, versionId: id, hash: 'x', channel: 'PORTAL' }, 'CLIENT_APPROVED'],
      [{ type: 'agreement.signed', ...ofCase, agreementId: id }, 'CLIENT_SIGNED'],
      [{ type: 'payment.recorded', ...ofCase, paymentId: id, amount: '100.00' }, 'CLIENT_PAID'],
      [{ type: 'circumstance.told', ...ofCase, circumstanceId: id, kind: 'ILLNESS' }, 'CLIENT_CANNOT_PAY'],
      [{ type: 'evidence.confirmed', ...ofClient, evidenceId: id, channel: 'PORTAL' }, 'CLIENT_CONFIRMED_PAPER'],
      [{ type: 'evidence.cannotProvide', ...ofCase, requestId: id }, 'CLIENT_LACKS_PAPER'],
      [{ type: 'statement.saved', ...ofClient, number: 1, disposable: '0.00' }, 'CLIENT_BUDGET'],
      [{ type: 'authorisation.recorded', ...ofClient, authorisationId: id }, 'CLIENT_AUTHORISED'],
      [{ type: 'authorisation.revoked', ...ofClient, authorisationId: id }, 'CLIENT_REVOKED'],
      [{ type: 'consent.withdrawn', ...ofClient, purpose: 'PROCESSING' }, 'CLIENT_STOPPED'],
      [{ type: 'consent.given', ...ofClient, purpose: 'PROCESSING', textVersion: '1' }, 'CLIENT_AGREED'],
      [{ type: 'consent.withdrawn', ...ofClient, purpose: 'SENSITIVE' }, 'CLIENT_WITHDREW_SENSITIVE'],
      [{ type: 'consent.withdrawn', ...ofClient, purpose: 'CONTACT_CREDITOR' }, 'CLIENT_WITHDREW_CONTACT_CREDITOR'],
      [{ type: 'consent.withdrawn', ...ofClient, purpose: 'SHARE_WITH_CREDITOR' }, 'CLIENT_WITHDREW_SHARE_WITH_CREDITOR'],
      [{ type: 'consent.withdrawn', ...ofClient, purpose: 'STATISTICS' }, 'CLIENT_WITHDREW_STATISTICS'],
      [{ type: 'rights.asked', ...ofClient, requestId: id, kind: 'DELETE' }, 'CLIENT_RIGHTS'],
    ] as const
    for (const [event] of answers) await happens(event, `client:${randomUUID()}`)
    const reasons = (await told(office.counsellor)).map(({ reason }) => reason)
    expect(reasons.toSorted()).toEqual(answers.map(([, reason]) => reason).toSorted())
  })

  test('of nothing that staff do for a client, nor of what they do in their own case', async () => {
    const client = await aClient(office)
    await aCase(office, { client })
    const event = {
      type: 'evidence.received' as const,
      clientId: client.id,
      evidenceId: randomUUID(),
      code: 'PAYSLIP',
      hash: 'x',
    }
    await happens(event, `staff:${office.assistant.id}`)
    expect(await told(office.counsellor)).toEqual([])
  })

  test('when somebody else records what the creditor answered', async () => {
    const reliefs = [{ type: 'TERM_EXTENSION' as const, toPeriods: 6 }]
    const plain = await openOffice()
    office = plain
    for (const [who, expected] of [
      [plain.counsellor, 0],
      [plain.supervisor, 1],
    ] as const) {
      const { versionId } = await aSentProposal(plain, await aNegotiation(plain), reliefs)
      const answer = { versionId, result: 'ACCEPTED', reasons: [], decidedOn: '2026-11-25', channel: 'PHONE' }
      await execute(recordDecision, who, answer, call)
      expect((await told(plain.counsellor)).filter(({ reason }) => reason === 'OUTCOME')).toHaveLength(expected)
    }
  })

  test('whose place was taken back is told of nothing', async () => {
    const kase = await aCase(office)
    await office.within((tx) => tx.update(members).set({ disabledAt: now }).where(eq(members.userId, office.counsellor.id)))
    await happens({ type: 'message.written', caseId: kase.id, messageId: randomUUID(), from: 'client' }, `client:${randomUUID()}`)
    expect(await told(office.counsellor)).toEqual([])
  })
})

describe('a supervisor is told', () => {
  const presented = async (rules = { supervisorChecks: true }) => {
    office = await openOffice({ rules })
    const kase = await aNegotiation(office)
    const { versionId } = await aSentProposal(office, kase, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    await office.within((tx) => tx.execute(sql`update notices set read_at = ${now.toISOString()}::timestamptz`))
    const caseOf = await office.within((tx) =>
      tx.execute(sql`select case_id as id, checked_at from proposal_versions where id = ${versionId}`),
    )
    return { caseId: String(caseOf.rows[0]?.['id']), versionId, isChecked: caseOf.rows[0]?.['checked_at'] !== null }
  }

  test('of a proposal that waits for a check only where the office checks, and not of one that was checked', async () => {
    const { caseId, versionId, isChecked } = await presented({ supervisorChecks: false })
    expect(isChecked).toBe(false)
    await happens({ type: 'proposal.presented', caseId, versionId, hash: 'x' }, `staff:${office.counsellor.id}`)
    expect(await told(office.supervisor)).toEqual([])
    await office.within((tx) =>
      tx.execute(sql`update organisations set rules = rules || '{"supervisorChecks": true}' where id = ${office.organisationId}`),
    )
    await happens({ type: 'proposal.presented', caseId, versionId, hash: 'x' }, `staff:${office.counsellor.id}`)
    expect((await told(office.supervisor)).map(({ reason }) => reason)).toEqual(['NEEDS_REVIEW'])
    await happens({ type: 'proposal.checked', caseId, versionId }, `staff:${office.supervisor.id}`)
    expect((await told(office.supervisor)).map(({ isRead }) => isRead)).toEqual([true])
  })
})

describe('a promised reply', () => {
  const promise = async (kase: TestCase, promisedReplyBy: string, at = '2026-11-18T02:00:00Z') =>
    office.within((tx) =>
      tx.insert(contacts).values({
        ...{ orgId: kase.orgId, id: randomUUID(), caseId: kase.id, clientId: kase.clientId, at: new Date(at), promisedReplyBy },
        ...{ direction: 'OUT', channel: 'PHONE', counterpart: 'CREDITOR', purpose: 'FOLLOW_UP', summary: '答应答复' },
        by: office.counsellor.id,
      }),
    )
  const at = (local: string) => new Date(`${local}:00+08:00`)

  test('is told of on its day from half past eight, once, and again for a later one', async () => {
    const kase = await aCase(office)
    await promise(kase, '2026-11-25')
    await tellOfPromises(at('2026-11-25T08:00'))
    expect(await told(office.counsellor)).toEqual([])
    await tellOfPromises(at('2026-11-25T08:30'))
    expect(await told(office.counsellor)).toEqual([line('PROMISE_DUE', kase)])
    await office.within((tx) => tx.execute(sql`update notices set read_at = at`))
    await tellOfPromises(at('2026-11-25T09:30'))
    await tellOfPromises(at('2026-11-27T09:30'))
    expect(await told(office.counsellor)).toEqual([line('PROMISE_DUE', kase, true)])
    await promise(kase, '2026-12-01', '2026-11-26T02:00:00Z')
    await tellOfPromises(at('2026-12-01T09:00'))
    expect(await told(office.counsellor)).toEqual([line('PROMISE_DUE', kase)])
  })

  test('of a closed case, or from more than a week ago, is not told of', async () => {
    await promise(await aCase(office, { stage: 'CLOSED' }), '2026-11-25')
    await promise(await aCase(office), '2026-11-16')
    await tellOfPromises(at('2026-11-25T09:00'))
    expect(await told(office.counsellor)).toEqual([])
  })
})

test('every event the inbox listens for is one the audit chain knows', async () => {
  const { rows } = await office.within((tx) => tx.execute(sql`select prosrc from pg_proc where proname = 'tell_colleagues'`))
  const named = [...String(rows[0]?.['prosrc']).matchAll(/'([a-z]\w+\.\w+)'/g)].flatMap(([, type = '']) =>
    type === 'app.quiet' ? [] : [type.replace('.', '_')],
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((type) => !Object.hasOwn(audit.zh, type))).toEqual([])
})
