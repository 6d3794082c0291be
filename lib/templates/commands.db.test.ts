import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { letterTemplates, proposalVersions } from '@/db/schema'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { templateHash } from '@/lib/letters/stamp'
import { getProposal } from '@/lib/proposals/queries'
import { presentProposal, recordApproval } from '@/lib/proposals/review.commands'
import { saveProposal } from '@/lib/proposals/save.commands'
import { publishTemplate, rollBackTemplate, saveTemplate } from './commands'
import { shipped } from './in-use.queries'
import { getTemplate, listTemplates } from './queries'
import { templateValues } from './values.queries'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

const key = { kind: 'NEGOTIATION', locale: 'zh-CN' } as const
const shippedText = shipped(key).text
const own = { ...shippedText, title: '关于商请调整还款安排的申请' }
const reminder = { kind: 'REMINDER', locale: 'zh-CN' } as const
const worded = { title: '催询', salutation: '{{ recipient }}：', body: '请告知办理进度。', signature: '{{ client_name }}' }

const call = { now: clock }
const save = (values: object, by = office.supervisor) => execute(saveTemplate, by, values, call)
const publish = (values: object, by = office.supervisor) => execute(publishTemplate, by, { note: '改了标题', ...values }, call)
const rollBack = (values: object, by = office.supervisor) => execute(rollBackTemplate, by, values, call)
const numberOf = async (of: typeof key | typeof reminder, place = office) =>
  (await getTemplate(place.supervisor, of, clock)).inUse

describe('a draft', () => {
  test('is kept with its faults, and is nobody’s wording before it is published', async () => {
    const place = await openOffice()
    const body = '您好 {{ client_nmae }}'
    const { version } = await save({ ...reminder, ...worded, body, inUse: 1, version: 0 }, place.supervisor)
    const seen = await getTemplate(place.counsellor, reminder, clock)
    expect([seen.inUse, seen.draft?.version, seen.draft?.text.body]).toEqual([1, version, body])
    expect(seen.versions).toMatchObject([{ number: 1, publishedAt: null, used: 0 }])
    expect(await auditOf(place)).toContainEqual({ type: 'template.drafted', ...reminder })
    const { templates } = await listTemplates(place.auditor, {}, clock)
    expect(templates.filter(({ hasDraft }) => hasDraft)).toMatchObject([{ ...reminder, number: 1 }])
  })

  test('that says the same as the wording in use is dropped', async () => {
    const place = await openOffice()
    const { version } = await save({ ...key, ...own, inUse: 1, version: 0 }, place.admin)
    expect((await save({ ...key, ...shippedText, inUse: 1, version }, place.admin)).version).toBe(0)
    expect((await getTemplate(place.admin, key, clock)).draft).toBeNull()
  })

  test('is not written over by somebody who has not seen it', async () => {
    const place = await openOffice()
    await save({ ...key, ...own, inUse: 1, version: 0 }, place.admin)
    const late = await refusalOf(save({ ...key, ...own, title: '别的', inUse: 1, version: 0 }, place.supervisor))
    expect(late).toEqual({ code: 'conflict', details: { current: 1 } })
  })
})

describe('publishing', () => {
  test('puts a wording into use under the next number, uses the draft up, and is audited', async () => {
    const place = await openOffice()
    const { version } = await save({ ...key, ...own, inUse: 1, version: 0 }, place.supervisor)
    expect(await publish({ ...key, ...own, inUse: 1, version }, place.supervisor)).toEqual({ ...key, number: 2 })
    const seen = await getTemplate(place.supervisor, key, clock)
    expect(seen).toMatchObject({
      inUse: 2,
      draft: null,
      versions: [{ number: 2, by: '王督导', note: '改了标题' }, { number: 1 }],
    })
    const happened = { type: 'template.published', ...key, number: 2, from: null, hash: templateHash(own) }
    expect(await auditOf(place)).toContainEqual(happened)
  })

  test('is refused with what is wrong: an unknown variable, a promise, a law of other products, a gap', async () => {
    const body = '{{ client_nmae }}保证'
    const refused = await refusalOf(publish({ ...reminder, ...worded, body, inUse: 1, version: 0 }))
    expect(refused).toMatchObject({ code: 'rule', details: { why: 'template' } })
    expect(JSON.stringify(refused.details)).toContain('client_nmae')
    const wrong = { ...worded, body: '依据{{ cite_card_70 }}，资金来源{{ lump_source }}。必过。' }
    const { details } = await refusalOf(publish({ ...reminder, ...wrong, inUse: 1, version: 0 }))
    expect(details).toMatchObject({
      findings: [
        { code: 'promise', word: '必过' },
        { code: 'empty_value', word: 'lump_source' },
        { code: 'wrong_product', word: 'cite_card_70' },
      ],
    })
    expect(await numberOf(reminder)).toBe(1)
  })

  test('ten million rounds are refused within a second, and the next call is answered', async () => {
    const body = '{% for i in (1..10000000) %}{% endfor %}'
    const start = performance.now()
    const { details } = await refusalOf(publish({ ...reminder, ...worded, body, inUse: 1, version: 0 }))
    expect(details).toMatchObject({ findings: [{ code: 'limit' }] })
    expect(performance.now() - start).toBeLessThan(2000)
    expect(await numberOf(reminder)).toBe(1)
  })

  test('two at once: one goes through, the other is told', async () => {
    const place = await openOffice()
    const both = await Promise.allSettled([
      publish({ ...reminder, ...worded, inUse: 1, version: 0 }, place.admin),
      publish({ ...reminder, ...worded, title: '再催', inUse: 1, version: 0 }, place.supervisor),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await numberOf(reminder, place)).toBe(2)
  })

  test('the same words again are no new version', async () => {
    const refused = await refusalOf(publish({ ...key, ...shippedText, inUse: 1, version: 0 }))
    expect(refused).toEqual({ code: 'rule', details: { why: 'unchanged' } })
  })

  test('is for administrators and supervisors, and an office never sees another’s wording', async () => {
    const place = await openOffice()
    const values = { ...reminder, ...worded, inUse: 1, version: 0 }
    for (const actor of [place.counsellor, place.assistant, place.auditor, place.analyst]) {
      expect((await refusalOf(publish(values, actor))).code).toBe('forbidden')
      expect((await refusalOf(save(values, actor))).code).toBe('forbidden')
      expect((await refusalOf(rollBack({ ...reminder, inUse: 1, number: 1 }, actor))).code).toBe('forbidden')
    }
    await publish(values, place.admin)
    expect([await numberOf(reminder, place), await numberOf(reminder, other)]).toEqual([2, 1])
  })

  test('what was published cannot be changed past us either', async () => {
    const place = await openOffice()
    await publish({ ...reminder, ...worded, inUse: 1, version: 0 }, place.admin)
    await save({ ...reminder, ...worded, title: '三', inUse: 2, version: 0 }, place.admin)
    const change = (values: object) =>
      place.within((tx) => tx.update(letterTemplates).set(values).where(eq(letterTemplates.number, 2)))
    await expect(change({ title: '改' })).rejects.toThrow()
    const drop = place.within((tx) => tx.delete(letterTemplates).where(eq(letterTemplates.number, 2)))
    await expect(drop).rejects.toThrow()
    const drafts = and(eq(letterTemplates.kind, 'REMINDER'), isNull(letterTemplates.number))
    expect(
      await place.within((tx) => tx.delete(letterTemplates).where(drafts).returning({ title: letterTemplates.title })),
    ).toEqual([{ title: '三' }])
  })
})

describe('rolling back', () => {
  test('an old wording comes back under a number of its own', async () => {
    const place = await openOffice()
    await publish({ ...key, ...own, inUse: 1, version: 0 }, place.supervisor)
    expect(await rollBack({ ...key, inUse: 2, number: 1 }, place.supervisor)).toEqual({ ...key, number: 3 })
    const { inUse, versions } = await getTemplate(place.supervisor, key, clock)
    expect([inUse, versions[0]?.hash, versions[0]?.text]).toEqual([3, shipped(key).hash, shippedText])
    expect(await auditOf(place)).toContainEqual({
      ...{ type: 'template.published', ...key, number: 3, from: 1, hash: shipped(key).hash },
    })
    expect((await refusalOf(rollBack({ ...key, inUse: 3, number: 1 }, place.supervisor))).details).toEqual({ why: 'unchanged' })
    expect((await refusalOf(rollBack({ ...key, inUse: 3, number: 9 }, place.supervisor))).code).toBe('not_found')
    expect((await refusalOf(rollBack({ ...key, inUse: 2, number: 1 }, place.supervisor))).code).toBe('conflict')
  })
})

describe('what was written stays as it was written', () => {
  test('a sent letter keeps its text, its version and its hash when another wording is published', async () => {
    const place = await openOffice()
    const negotiation = await aNegotiation(place)
    const { versionId } = await aSentProposal(place, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    const kept = () => place.within((tx) => tx.select().from(proposalVersions).where(eq(proposalVersions.id, versionId)))
    const [before] = await kept()
    await publish({ ...key, ...own, inUse: 1, version: 0 }, place.supervisor)
    expect((await kept())[0]).toEqual(before)
    expect(before?.letterTemplate).toBe(`NEGOTIATION@1#${shipped(key).hash.slice(0, 8)}/zh-CN/2026-11-21`)
    const { versions } = await getTemplate(place.supervisor, key, clock)
    expect(versions.map(({ number, used }) => [number, used])).toEqual([
      [2, 0],
      [1, 1],
    ])
  })

  test('a draft the client approved is sent as approved; changed afterwards it takes the new wording and asks again', async () => {
    const place = await openOffice()
    const negotiation = await aNegotiation(place)
    const draft = await aDraft(place, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    const step = ({ versionId, version }: { versionId: string; version: number }) => ({ versionId, version })
    const shown = await execute(presentProposal, place.counsellor, step(draft), call)
    const approved = await execute(recordApproval, place.counsellor, { ...step(shown), channel: 'PAPER' }, call)
    await publish({ ...key, ...own, inUse: 1, version: 0 }, place.supervisor)
    const view = () => getProposal(place.counsellor, { versionId: draft.versionId }, clock)
    expect([(await view()).factsChanged, (await view()).letterTitle]).toEqual([false, shippedText.title])

    const asked = [{ debtId: negotiation.debt.id, reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 9 }] }]
    const saved = await execute(saveProposal, place.counsellor, { ...step(approved), lines: asked }, call)
    expect([saved.approvalLost, (await view()).letterTitle]).toEqual([true, own.title])
    expect((await view()).letterTemplate).toContain('NEGOTIATION@2#')
    const { templates } = await view()
    expect([templates.NEGOTIATION['zh-CN'].title, templates.NEGOTIATION.en]).toEqual([
      own.title,
      shipped({ ...key, locale: 'en' }).text,
    ])
  })
})

describe('the values of a preview', () => {
  test('are those of the sample case where none is chosen, complete and as of today', async () => {
    const { values, ground, choices } = await templateValues(office.admin, reminder, clock)
    expect(values).toMatchObject({ today: '2026年11月21日', client_name: '李𠮷明', sent_version: '1' })
    expect([ground.today, choices]).toEqual(['2026-11-21', []])
  })

  test('are those of a case with the client’s name masked', async () => {
    const negotiation = await aNegotiation(office)
    await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    const caseId = negotiation.kase.id
    const { values, choices } = await templateValues(office.supervisor, { ...reminder, caseId }, clock)
    expect(values).toMatchObject({ client_name: '李**', sent_on: '2026年11月21日', expected_reply_by: '2026年12月5日' })
    expect(choices.map((choice) => choice.caseId)).toContain(caseId)
    expect((await refusalOf(templateValues(office.admin, { ...reminder, caseId }))).code).toBe('forbidden')
    expect((await refusalOf(templateValues(office.colleague, { ...reminder, caseId }))).code).toBe('not_found')
    expect((await refusalOf(templateValues(other.supervisor, { ...reminder, caseId }))).code).toBe('not_found')
  })
})
