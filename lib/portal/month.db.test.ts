import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, desc, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases, debts, delegations, payments, statements, tasks } from '@/db/schema'
import { aChain, type Chain } from '@/db/testing/chain'
import { clientActor, clock, type Office } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { auditOf, refusalOf } from '@/db/testing/traces'
import type { DelegateVerb } from '@/db/vocabulary-portal'
import { actorOfFeed } from '@/lib/core/accounts-of-clients.queries'
import { execute } from '@/lib/core/command'
import { type Actor, prove } from '@/lib/core/prove'
import { requestEvidence } from '@/lib/evidence/commands'
import { sha256 } from '@/lib/platform/hash'
import { toText } from '@/lib/platform/money'
import { reportMyBill } from './bill.commands'
import { myDebts } from './bill.queries'
import { budgetOrder } from './budget'
import { answerBudget, submitBudget } from './budget.commands'
import { myBudget } from './budget.queries'
import { closeCalendar, openCalendar } from './calendar.commands'
import { dueDays, myCalendar } from './calendar.queries'
import { handleCircumstance, tellCircumstance } from './circumstance.commands'
import { listCircumstances } from './circumstance.queries'
import { reportMyPayment, uploadMine } from './commands'
import { giveMyConsent, withdrawMyConsent } from './consent.commands'
import { plan } from './plan.queries'
import { setSafePhrase } from './profile.commands'
import { home } from './queries'
import { request } from './request.queries'

const now = clock
let office: Office
let photo: string

beforeAll(async () => {
  process.env['DATA_DIR'] = await mkdtemp(join(tmpdir(), 'parley-month-'))
  office = await openSeededOffice()
  const image = sharp({ create: { width: 20, height: 20, channels: 3, background: '#884422' } })
  photo = (await image.jpeg().toBuffer()).toString('base64')
})

/** A client whose plan runs, with their own account. */
async function someone(): Promise<{ chain: Chain; portal: Actor }> {
  const chain = await aChain(office, office.counsellor, '李小明')
  return { chain, portal: clientActor(office, { id: chain.ids.clientId, name: chain.name }) }
}

const tasksOf = (chain: Chain, origin: string) =>
  office.within((tx) =>
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.caseId, chain.ids.caseId), eq(tasks.origin, origin))),
  )

describe('the budget, one question a page', () => {
  const answers: Record<string, string> = { earnings: '5200', housing: '1900', food: '900', reserve: '200' }
  const answerAll = async (portal: Actor) => {
    for (const question of budgetOrder)
      await execute(answerBudget, portal, { question, amount: answers[question] ?? '0' }, { now })
  }

  test('an answer is kept at once, and the client goes on where they stopped', async () => {
    const { portal } = await someone()
    expect(await execute(answerBudget, portal, { question: 'earnings', amount: '5,200' }, { now })).toEqual({ next: 'benefits' })
    const draft = await myBudget(portal, {}, now)
    expect([draft.answers[0], draft.next]).toEqual([{ question: 'earnings', amount: '5200.00' }, 'benefits'])
  })

  test('checked answers become the next version of the statement, marked as the client’s, and somebody is asked to look', async () => {
    const { chain, portal } = await someone()
    await answerAll(portal)
    expect(await myBudget(portal, {}, now)).toMatchObject({ income: '5200.00', costs: '2800.00', left: '2200.00', next: null })
    const { number } = await execute(submitBudget, portal, {}, { now })
    const [saved] = await office.within((tx) =>
      tx.select().from(statements).where(eq(statements.clientId, chain.ids.clientId)).orderBy(desc(statements.number)),
    )
    expect([saved?.number, saved?.source, saved && toText(saved.disposable)]).toEqual([number, 'CLIENT', '2200.00'])
    expect(await tasksOf(chain, 'rule:BUDGET')).toHaveLength(1)
    expect((await myBudget(portal, {}, now)).next).toBe('earnings')
    expect(await auditOf(office)).toContainEqual(
      expect.objectContaining({ type: 'statement.saved', clientId: chain.ids.clientId, number }),
    )
  })

  test('nothing is handed in before every question is answered, and no word is taken for a number', async () => {
    const { portal } = await someone()
    await execute(answerBudget, portal, { question: 'earnings', amount: '5200' }, { now })
    expect((await refusalOf(execute(submitBudget, portal, {}, { now }))).details).toEqual({ why: 'unanswered' })
    const wrong = await refusalOf(execute(answerBudget, portal, { question: 'food', amount: '不知道' }, { now }))
    expect(wrong.details).toMatchObject({ fields: { amount: ['amount'] } })
    expect((await refusalOf(execute(answerBudget, portal, { question: 'lottery', amount: '1' }, { now }))).code).toBe('invalid')
  })

  test('another client sees none of it, and staff have no such page', async () => {
    const { portal } = await someone()
    await execute(answerBudget, portal, { question: 'earnings', amount: '5200' }, { now })
    expect((await myBudget((await someone()).portal, {}, now)).answers[0]?.amount).toBeNull()
    expect((await refusalOf(myBudget(office.counsellor, {}, now))).code).toBe('forbidden')
  })
})

describe('the bill, field by field', () => {
  const bill = {
    ...{ principal: '9000', overduePrincipal: '3000', interest: '120.50', overdueInterest: '40', penaltyPrincipal: '15' },
    ...{ penaltyInterest: '0', fees: '0' },
  }

  test('SP-01 a client submits what the bill shows from the phone, with the screenshot, and the balance follows', async () => {
    const { chain, portal } = await someone()
    expect((await myDebts(portal, {}, now)).debts).toHaveLength(1)
    const values = { debtId: chain.ids.debtId, ...bill, fileName: '账单.jpg', content: photo }
    expect((await refusalOf(execute(reportMyBill, portal, values, { now }))).details).toEqual({
      why: 'sensitive_consent_missing',
    })
    const { owed } = await execute(reportMyBill, portal, { ...values, consent: 'on' }, { now })
    expect(owed).toBe('12175.50')
    const [debt] = await office.within((tx) => tx.select().from(debts).where(eq(debts.id, chain.ids.debtId)))
    expect(debt && toText(debt.overduePrincipal)).toBe('3000.00')
    expect(await auditOf(office)).toContainEqual(expect.objectContaining({ type: 'snapshot.recorded', debtId: chain.ids.debtId }))
  })

  test('the separate consent once taken back is not given by a tick at a paper or a bill, but on its own screen', async () => {
    const { chain, portal } = await someone()
    const { caseId, debtId } = chain.ids
    const asked = { caseId, code: 'BANK_STATEMENT' }
    const { id: requestId } = await execute(requestEvidence, office.counsellor, asked, { now })
    const needed = async () => [(await request(portal, { requestId }, now)).consent, (await myDebts(portal, {}, now)).consent]
    const file = { fileName: '账单.jpg', content: photo }
    expect(await needed()).toEqual(['tick', 'tick'])
    await execute(reportMyBill, portal, { debtId, ...bill, ...file, consent: 'on' }, { now })
    expect(await needed()).toEqual(['none', 'none'])
    await execute(withdrawMyConsent, portal, { purpose: 'SENSITIVE' }, { now })
    expect(await needed()).toEqual(['again', 'again'])
    const ticks = [
      execute(uploadMine, portal, { requestId, ...file, consent: 'on' }, { now }),
      execute(reportMyBill, portal, { debtId, ...bill, consent: 'on' }, { now }),
    ]
    for (const tick of ticks) expect((await refusalOf(tick)).details).toEqual({ why: 'sensitive_taken_back' })
    await execute(giveMyConsent, portal, { purpose: 'SENSITIVE', agree: 'on' }, { now })
    await execute(uploadMine, portal, { requestId, ...file, consent: 'on' }, { now })
  })

  test('another client’s loan note is not there', async () => {
    const [mine, theirs] = [await someone(), await someone()]
    const values = { debtId: theirs.chain.ids.debtId, ...bill }
    expect((await refusalOf(execute(reportMyBill, mine.portal, values, { now }))).code).toBe('not_found')
  })
})

describe('paying, and not being able to', () => {
  test('"I paid" takes the picture of the receipt along, for the counsellor to verify', async () => {
    const { chain, portal } = await someone()
    const values = { agreementId: chain.ids.agreementId, paidOn: '2026-11-21', amount: '500' }
    const file = { fileName: '转账.jpg', content: photo }
    const { paymentId } = await execute(reportMyPayment, portal, { ...values, ...file }, { now })
    const [kept] = await office.within((tx) => tx.select().from(payments).where(eq(payments.id, paymentId)))
    expect(kept?.evidenceId).not.toBeNull()
    expect(kept?.verifiedAt).toBeNull()
  })

  test('"I cannot pay this month" makes it our move today, and breaks nothing', async () => {
    const { chain, portal } = await someone()
    const { agreementId, caseId } = chain.ids
    await execute(tellCircumstance, portal, { agreementId, kind: 'ILLNESS', note: '住院了' }, { now })
    const [kase] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, caseId)))
    expect([kase?.whoseMove, kase?.nextAction, kase?.dueOn, kase?.stage]).toEqual(['us', 'CALL_BACK', '2026-11-21', 'MONITORING'])
    expect(await tasksOf(chain, 'rule:DIFFICULTY')).toHaveLength(1)
    const told = (await auditOf(office)).filter((event) => event.type === 'circumstance.told' && event.caseId === caseId)
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told)).not.toContain('住院')
  })

  test('the counsellor notes that it was talked through, once; a colleague without the case cannot', async () => {
    const { chain, portal } = await someone()
    const { agreementId, caseId } = chain.ids
    const { id: circumstanceId } = await execute(tellCircumstance, portal, { agreementId, kind: 'OTHER' }, { now })
    const values = { circumstanceId }
    expect((await refusalOf(execute(handleCircumstance, office.colleague, values, { now }))).code).toBe('not_found')
    await execute(handleCircumstance, office.counsellor, values, { now })
    expect((await listCircumstances(office.counsellor, { caseId }, now)).circumstances).toContainEqual(
      expect.objectContaining({ id: circumstanceId, handledAt: now.toISOString() }),
    )
    expect((await refusalOf(execute(handleCircumstance, office.counsellor, values, { now }))).details).toEqual({
      why: 'already_handled',
    })
  })

  test('what was told is known on the first page and on the plan, until it was talked through', async () => {
    const { chain, portal } = await someone()
    const { agreementId, circumstanceId: before } = chain.ids
    const known = async () => [
      (await home(portal, {}, now)).cases.map(({ isTold }) => isTold),
      (await plan(portal, { agreementId }, now)).isTold,
    ]
    await execute(handleCircumstance, office.counsellor, { circumstanceId: before }, { now })
    expect(await known()).toEqual([[false], false])
    const { id: circumstanceId } = await execute(tellCircumstance, portal, { agreementId, kind: 'ILLNESS' }, { now })
    expect(await known()).toEqual([[true], true])
    await execute(handleCircumstance, office.counsellor, { circumstanceId }, { now })
    expect(await known()).toEqual([[false], false])
  })

  test('the call a difficulty asks for is done once everything told was talked through, and nobody else’s', async () => {
    const { chain, portal } = await someone()
    const { agreementId, caseId, circumstanceId: before } = chain.ids
    const elsewhere = await someone()
    const elses = { agreementId: elsewhere.chain.ids.agreementId, kind: 'ILLNESS' }
    await execute(tellCircumstance, elsewhere.portal, elses, { now })
    const tell = async () => (await execute(tellCircumstance, portal, { agreementId, kind: 'ILLNESS' }, { now })).id
    const openOf = async (of: typeof chain) =>
      (await tasksOf(of, 'rule:DIFFICULTY')).filter(({ doneAt }) => doneAt === null).length
    const left: number[] = []
    const talkThrough = async (circumstanceId: string) => {
      await execute(handleCircumstance, office.counsellor, { circumstanceId }, { now })
      left.push(await openOf(chain))
    }
    for (const told of [before, await tell(), await tell()]) await talkThrough(told)
    await talkThrough(await tell())
    expect(left).toEqual([2, 2, 0, 0])
    expect(await openOf(elsewhere.chain)).toBe(1)
    const done = (await auditOf(office)).filter((event) => event.type === 'task.completed' && event.caseId === caseId)
    expect(done).toHaveLength(3)
  })

  test('a stranger tells nothing about somebody else’s plan', async () => {
    const { chain } = await someone()
    const values = { agreementId: chain.ids.agreementId, kind: 'OTHER' }
    expect((await refusalOf(execute(tellCircumstance, (await someone()).portal, values, { now }))).code).toBe('not_found')
  })
})

describe('the calendar address', () => {
  test('shows the client’s own due days until it is taken back, and lets nobody write', async () => {
    const { portal } = await someone()
    await execute(openCalendar, portal, {}, { now })
    const token = (await myCalendar(portal, {}, now)).path?.split('/').at(-1) ?? ''
    // The account of a test has no row of its own; the address leads to its client only with one.
    expect(await actorOfFeed(sha256('made-up'))).toBeUndefined()
    const reader = prove({ ...portal, mayWrite: false })
    expect((await dueDays(reader, {}, now)).days).toMatchObject([{ n: 1, dueOn: '2026-12-05' }])
    expect((await refusalOf(execute(closeCalendar, reader, {}, { now }))).code).toBe('forbidden')
    await execute(closeCalendar, portal, {}, { now })
    expect((await myCalendar(portal, {}, now)).path).toBeNull()
    expect(await actorOfFeed(sha256(token))).toBeUndefined()
  })
})

describe('somebody the client authorised', () => {
  async function delegate(chain: Chain, verbs: DelegateVerb[], over: { expiresAt?: Date; revokedAt?: Date } = {}) {
    const actor = prove({ ...clientActor(office, { id: chain.ids.clientId, name: '姐姐' }), roles: ['DELEGATE'] })
    await office.within((tx) =>
      tx.insert(delegations).values({
        ...{ orgId: office.organisationId, id: crypto.randomUUID(), clientId: chain.ids.clientId, userId: actor.id },
        ...{ name: '姐姐', verbs, createdAt: now, expiresAt: new Date('2027-01-01T00:00:00Z'), ...over },
      }),
    )
    return actor
  }
  const answer = { question: 'earnings', amount: '5200' }

  test('does what the authorisation names and nothing else', async () => {
    const { chain } = await someone()
    const sister = await delegate(chain, ['READ', 'BUDGET'])
    await execute(answerBudget, sister, answer, { now })
    const told = { agreementId: chain.ids.agreementId, kind: 'OTHER' }
    expect(await refusalOf(execute(tellCircumstance, sister, told, { now }))).toEqual({
      code: 'forbidden',
      details: { why: 'not_delegated' },
    })
    expect((await refusalOf(execute(setSafePhrase, sister, { phrase: '别的' }, { now }))).code).toBe('forbidden')
  })

  test('does nothing once it is over or taken back', async () => {
    const { chain } = await someone()
    const over = await delegate(chain, ['BUDGET'], { expiresAt: now })
    const back = await delegate(chain, ['BUDGET'], { revokedAt: now })
    for (const actor of [over, back])
      expect((await refusalOf(execute(answerBudget, actor, answer, { now }))).code).toBe('forbidden')
  })
})
