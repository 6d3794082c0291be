import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema'
import { type NoticeText, noticeParts } from '@/db/vocabulary-protection'
import { command, type Work } from '@/lib/core/command'
import { listParam } from '@/lib/core/reach'
import { found, Refusal } from '@/lib/core/refusal'
import { lintText } from '@/lib/letters/lint'
import { civilDateIn } from '@/lib/platform/dates'
import { requiredLine, requiredParagraphs } from '@/lib/platform/fields'
import { append } from './commands'
import { readIncident } from './facts'
import { latestOf } from './queries'

const text = requiredParagraphs(2000)
const texts = z.strictObject({ what: text, harm: text, done: text, advice: text })

/**
 * Tells clients of an incident: a notice on their page in both languages, and a mail that says there is one [PIPL 57]. Those
 * who were told of it are not told again. The record notes the day, where it had none.
 * @throws Refusal `conflict` where the record changed meanwhile · `invalid` for numbers that are no case's, and for words that
 * are not said to clients · `rule` {why: 'all_told'} · `not_found`
 */
export const tellClients = command({
  name: 'protection.tell',
  input: z.strictObject({
    recordId: z.uuid(),
    version: z.coerce.number().int().positive(),
    ...{ zh: texts, en: texts },
    /** Every client of the office; otherwise those of the cases named. */
    everyone: z.boolean().default(false),
    caseNumbers: z.array(requiredLine(40)).max(2000, 'too_long').default([]),
    /** Somebody looked that it names nobody: the same words go to all of them. */
    isSure: z.literal(true, 'sure'),
  }),
  async run(work, { recordId, version, zh, en, everyone, caseNumbers }) {
    const latest = await latestOf(work, { recordId, kind: 'INCIDENT' })
    if (latest.version !== version) throw new Refusal('conflict')
    const incident = found(readIncident(latest.facts))
    expectWording({ zh, en })
    if (everyone && caseNumbers.length > 0) throw new Refusal('invalid', { fields: { caseNumbers: ['all_or_some'] } })
    const whom = everyone ? sql`true` : sql`c.id = any(${listParam(await clientsOf(work, caseNumbers))}::uuid[])`
    const { dataKinds } = incident
    const clients = await post(work, { recordId, dataKinds, zh, en }, whom)
    if (clients === 0) throw new Refusal('rule', { why: 'all_told' })
    work.audit({ type: 'protection.told', recordId, version, clients })
    const peopleOn = incident.peopleOn ?? civilDateIn(work.now, work.actor.timeZone)
    if (incident.peopleOn === null) await append(work, { recordId, version, kind: 'INCIDENT', facts: { ...incident, peopleOn } })
    return { id: recordId, clients }
  },
})

/** Once it is out it cannot be taken back, so it is read like a letter. */
function expectWording(said: Record<'zh' | 'en', NoticeText>) {
  const parts = (['zh', 'en'] as const).flatMap((locale) =>
    noticeParts.map((part) => ({ locale, part, text: said[locale][part] })),
  )
  const wrong = parts.filter((one) => lintText(one.text).length > 0)
  if (wrong.length === 0) return
  throw new Refusal('invalid', {
    fields: Object.fromEntries(wrong.map(({ locale, part }) => [`${locale}.${part}`, ['wording']])),
  })
}

async function clientsOf({ tx, actor }: Work, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) throw new Refusal('invalid', { fields: { caseNumbers: ['required'] } })
  const rows = await tx
    .select({ number: cases.number, clientId: cases.clientId })
    .from(cases)
    .where(sql`${eq(cases.orgId, actor.organisationId)} and ${inArray(cases.number, [...numbers])}`)
  const known = new Set(rows.map(({ number }) => number))
  if (numbers.some((number) => !known.has(number))) throw new Refusal('invalid', { fields: { caseNumbers: ['unknown_case'] } })
  return [...new Set(rows.map(({ clientId }) => clientId))]
}

type Notice = { recordId: string; dataKinds: readonly string[]; zh: NoticeText; en: NoticeText }

/** @returns how many were told who had not been */
async function post({ tx, actor, now }: Work, { recordId, dataKinds, zh, en }: Notice, whom: SQL): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into incident_notices (org_id, incident_id, client_id, data_kinds, zh, en, sent_by, sent_at)
    select c.org_id, ${recordId}::uuid, c.id, ${listParam(dataKinds)}::text[], ${JSON.stringify(zh)}::jsonb, ${JSON.stringify(en)}::jsonb,
      ${actor.id}::uuid, ${now.toISOString()}::timestamptz
    from clients c where c.org_id = ${actor.organisationId} and ${whom}
    on conflict do nothing`)
  return rowCount ?? 0
}
