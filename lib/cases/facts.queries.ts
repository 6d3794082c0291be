import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { prepared } from '@/db/prepared'
import { fallbackReasons, triageResults } from '@/db/vocabulary'
import { civilDateIn } from '@/lib/platform/dates'
import { type CaseFacts, type GuardName, guards, nothingKnown } from './guards'

type Of = { orgId: string; id: string }
type Now = { tx: Tx; now: Date; actor: { timeZone: string } }

/** Everything the guards can ask about one case, as of now; `reason` and `closing` come with the move itself. */
export const caseFacts = (reading: Now, kase: Of) => loadFacts(reading, kase, allFacts)

/** Only what the named guards (and the next due date) read, in one statement. Facts nobody asked for stay unknown. */
export async function factsFor(reading: Now, kase: Of, { needs, also }: { needs: readonly GuardName[]; also: Loaded[] }) {
  const read = new Set<keyof CaseFacts>([...needs.flatMap((name) => [...guards[name].reads]), ...also])
  return loadFacts(
    reading,
    kase,
    allFacts.filter((name) => read.has(name)),
  )
}

export type Loaded = Exclude<keyof CaseFacts, 'closing' | 'reason'>

async function loadFacts({ tx, now, actor }: Now, kase: Of, names: readonly Loaded[]): Promise<CaseFacts> {
  if (names.length === 0) return nothingKnown
  const [row] = await statementOf(names)(tx).execute({ orgId: kase.orgId, id: kase.id, today: civilDateIn(now, actor.timeZone) })
  return { ...nothingKnown, ...shape.parse(row) }
}

/** One statement for each set of facts that a step asks for: to plan them takes the database longer than to answer. */
function statementOf(names: readonly Loaded[]) {
  const key = names.join()
  const statement = statements.get(key) ?? asking(names)
  statements.set(key, statement)
  return statement
}

const statements = new Map<string, ReturnType<typeof asking>>()

const asking = (names: readonly Loaded[]) =>
  prepared((tx) => {
    const sources = [...new Set(names.map((name) => facts[name].of))].map((source) => from[source])
    return tx
      .select(Object.fromEntries(names.map((name) => [name, facts[name].is])))
      .from(sql`cases k ${sql.join(sources, sql` `)}`)
      .where(sql`k.org_id = ${sql.placeholder('orgId')} and k.id = ${sql.placeholder('id')}`)
  })

type Source = 'case' | 'organisation' | 'pending' | 'sent' | 'agreement'

const version = (alias: SQL, which: SQL) =>
  sql`left join lateral (select * from proposal_versions v where v.org_id = k.org_id and v.case_id = k.id and ${which} order by v.number desc limit 1) ${alias} on true`

/** Where facts come from: the newest version without an answer, the last one that was sent, the agreement in being. */
const from: Record<Source, SQL> = {
  case: sql``,
  organisation: sql`join organisations o on o.id = k.org_id`,
  pending: version(sql`p`, sql`v.outcome = 'PENDING'`),
  sent: version(sql`s`, sql`v.sent_at is not null`),
  agreement: sql`left join lateral (select * from agreements g where g.org_id = k.org_id and g.case_id = k.id
    and g.status in ('DRAFT', 'ACTIVE') order by g.created_at desc limit 1) a on true`,
}

type Fact = { of: Source; is: SQL }
const fact = (of: Source, is: SQL): Fact => ({ of, is })
const today = sql.placeholder('today')
const ofClient = sql`x.org_id = k.org_id and x.client_id = k.client_id`
const ofCase = sql`x.org_id = k.org_id and x.case_id = k.id`
const creditorRequests = sql`evidence_requests x where ${ofCase} and x."from" = 'CREDITOR' and x.deadline is not null and x.fulfilled_at is null`

const agreedNote = sql`agreements g cross join jsonb_array_elements(g.notes) n
  where g.org_id = x.org_id and g.case_id = x.case_id and g.status = 'ACTIVE' and n ->> 'debtId' = x.id::text`

/** An instalment of the plan that runs for a loan note is past and not paid. */
const isLate = sql`exists (select 1 from instalments i cross join (select g.id, n from ${agreedNote}) r
    where i.org_id = x.org_id and i.agreement_id = r.id and i.due_on < ${today}::date and i.paid < i.amount and exists (
      select 1 from jsonb_array_elements(r.n -> 'plan' -> 'rows') y
      where (y ->> 'due')::date = i.due_on and (y ->> 'payment')::numeric > 0))`

/** As `leftOut` in lib/proposals/other-notes.ts sees a loan note. */
const isOverdue = sql`case when exists (select 1 from ${agreedNote}) then ${isLate} else
    x.overdue_principal + x.overdue_interest + x.penalty_principal + x.penalty_interest > 0
    or (x.next_due_on < ${today}::date and x.principal + x.interest + x.fees > 0) end`

const facts: Record<Loaded, Fact> = {
  consentGiven: fact(
    'case',
    sql`exists (select 1 from consents x where ${ofClient} and x.purpose = 'PROCESSING' and x.withdrawn_at is null)`,
  ),
  identityKnown: fact(
    'case',
    sql`exists (select 1 from clients x where x.org_id = k.org_id and x.id = k.client_id and x.id_number <> '')`,
  ),
  debts: fact('case', sql`(select count(*)::int from debts x where ${ofCase})`),
  triage: fact('case', sql`k.triage`),
  hardships: fact('case', sql`(select count(*)::int from hardships x where ${ofClient})`),
  statements: fact('case', sql`(select count(*)::int from statements x where ${ofClient})`),
  authorityInForce: fact(
    'case',
    sql`exists (select 1 from authorisations x where ${ofClient} and x.revoked_at is null
      and x.valid_from <= ${today}::date and coalesce(x.valid_to, 'infinity') >= ${today}::date)`,
  ),
  versionComplete: fact(
    'pending',
    sql`coalesce(p.letter_text <> '' and exists (select 1 from proposal_lines l where l.org_id = p.org_id and l.version_id = p.id)
      and not exists (select 1 from debts x where ${ofCase} and ${isOverdue} and not x.disputed and not exists
        (select 1 from proposal_lines l where l.org_id = p.org_id and l.version_id = p.id and l.debt_id = x.id)), false)`,
  ),
  limitationAnswered: fact('pending', sql`p.limitation_answer is not null`),
  supervisorChecks: fact('organisation', sql`coalesce((o.rules ->> 'supervisorChecks')::boolean, false)`),
  supervisorChecked: fact('pending', sql`p.checked_at is not null`),
  clientApproved: fact('pending', sql`p.client_approved_at is not null`),
  truthDeclared: fact('pending', sql`p.truth_declared_at is not null`),
  sentWithProof: fact('pending', sql`coalesce(p.sent_at is not null and p.channel is not null and p.proof <> '', false)`),
  factorsFrozen: fact(
    'pending',
    sql`exists (select 1 from factor_snapshots f where f.org_id = p.org_id and f.version_id = p.id)`,
  ),
  awaitsAnswer: fact('sent', sql`coalesce(s.outcome = 'PENDING', false)`),
  expectedReplyBy: fact('sent', sql`s.expected_reply_by::text`),
  creditorRequests: fact('case', sql`(select count(*)::int from ${creditorRequests})`),
  nearestDeadline: fact('case', sql`(select min(x.deadline)::text from ${creditorRequests})`),
  counterTermsRecorded: fact(
    'sent',
    sql`exists (select 1 from decisions d where d.org_id = s.org_id and d.version_id = s.id and d.result = 'COUNTERED' and jsonb_array_length(d.granted) > 0)`,
  ),
  answeredYes: fact(
    'sent',
    sql`(select coalesce(bool_and(d.is_final is true) and bool_or(d.is_yes is true), false) from proposal_lines l left join lateral (
      select d.result <> 'COUNTERED' or d.counter_accepted as is_final, d.result in ('ACCEPTED', 'ACCEPTED_MODIFIED') or d.counter_accepted as is_yes
      from decisions d where d.org_id = l.org_id and d.version_id = l.version_id and (d.debt_id is null or d.debt_id = l.debt_id)
      order by d.recorded_at desc limit 1) d on true where l.org_id = s.org_id and l.version_id = s.id)`,
  ),
  confirmationOnFile: fact('agreement', sql`a.written_confirmation_id is not null`),
  receiptSigned: fact('agreement', sql`a.receipt_signed_at is not null`),
  agreementOverridden: fact('agreement', sql`a.override_by is not null`),
  agreementRuns: fact('case', sql`exists (select 1 from agreements x where ${ofCase} and x.status = 'ACTIVE')`),
  agreementKept: fact('case', sql`exists (select 1 from agreements x where ${ofCase} and x.status = 'COMPLETED')`),
  agreementBroken: fact('case', sql`exists (select 1 from agreements x where ${ofCase} and x.status = 'BROKEN')`),
  wasSent: fact('case', sql`exists (select 1 from proposal_versions x where ${ofCase} and x.sent_at is not null)`),
  wasRefused: fact(
    'case',
    sql`exists (select 1 from decisions x join proposal_versions v on v.org_id = x.org_id and v.id = x.version_id
      where v.org_id = k.org_id and v.case_id = k.id and x.result in ('REJECTED', 'COUNTERED'))`,
  ),
  nextInstalmentOn: fact(
    'agreement',
    sql`(select min(i.due_on)::text from instalments i where i.org_id = a.org_id and i.agreement_id = a.id and i.paid < i.amount)`,
  ),
  fallbackReason: fact('case', sql`k.fallback_reason`),
}

const yesNo = z.boolean()
const count = z.int()
const day = z.string().nullable()

const shape = z
  .object({
    consentGiven: yesNo,
    identityKnown: yesNo,
    debts: count,
    triage: z.enum(triageResults).nullable(),
    hardships: count,
    statements: count,
    authorityInForce: yesNo,
    versionComplete: yesNo,
    limitationAnswered: yesNo,
    supervisorChecks: yesNo,
    supervisorChecked: yesNo,
    clientApproved: yesNo,
    truthDeclared: yesNo,
    sentWithProof: yesNo,
    factorsFrozen: yesNo,
    awaitsAnswer: yesNo,
    expectedReplyBy: day,
    creditorRequests: count,
    nearestDeadline: day,
    counterTermsRecorded: yesNo,
    answeredYes: yesNo,
    confirmationOnFile: yesNo,
    receiptSigned: yesNo,
    agreementOverridden: yesNo,
    agreementRuns: yesNo,
    agreementKept: yesNo,
    agreementBroken: yesNo,
    wasSent: yesNo,
    wasRefused: yesNo,
    nextInstalmentOn: day,
    fallbackReason: z.enum(fallbackReasons).nullable(),
  } satisfies Record<Loaded, z.ZodType>)
  .partial()

const allFacts = shape.keyof().options
