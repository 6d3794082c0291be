import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { type Office, openOffice } from '@/db/testing/factories'
import { execute } from '@/lib/core/command'
import { setPreference } from '@/lib/preferences/commands'
import { verifyChain, verifyChains } from './chain.queries'

/** An office in which twenty things happened. */
async function busyOffice() {
  const office = await openOffice()
  for (let i = 0; i < 20; i++) await execute(setPreference, office.counsellor, { locale: i % 2 ? 'en' : 'zh-CN' })
  return office
}

/** What somebody with the owner's password and the triggers switched off could do. */
async function tamper(...statements: string[]) {
  const client = new pg.Client({ connectionString: process.env.PARLEY_OWNER_URL })
  await client.connect()
  await client.query('begin; alter table audit_events disable trigger all')
  for (const statement of statements) await client.query(statement)
  await client.query('alter table audit_events enable trigger all; commit')
  await client.end()
}

const firstBad = async ({ organisationId }: Office) => (await verifyChain(organisationId)).firstBad

describe('the audit chain', () => {
  test('is whole when nobody touched it', async () => {
    const office = await busyOffice()
    expect(await verifyChain(office.organisationId)).toEqual({ events: 20, firstBad: null })
    expect(await verifyChain((await openOffice()).organisationId)).toEqual({ events: 0, firstBad: null })
  })

  test.each([
    [
      'an edited event',
      7,
      (where: string) => [`update audit_events set event = event || '{"locale":"fr"}' ${where} and seq = 7`],
    ],
    ['another actor', 3, (where: string) => [`update audit_events set actor = 'staff:somebody-else' ${where} and seq = 3`]],
    ['another time', 20, (where: string) => [`update audit_events set at = at - interval '1 day' ${where} and seq = 20`]],
    ['an event removed from the middle', 11, (where: string) => [`delete from audit_events ${where} and seq = 11`]],
    ['the last events removed', 18, (where: string) => [`delete from audit_events ${where} and seq >= 18`]],
    ['the first event removed', 1, (where: string) => [`delete from audit_events ${where} and seq = 1`]],
    ['all events removed', 1, (where: string) => [`delete from audit_events ${where}`]],
    [
      'two events exchanged',
      4,
      (where: string) => [
        `update audit_events set seq = -4 ${where} and seq = 4`,
        `update audit_events set seq = 4 ${where} and seq = 5`,
        `update audit_events set seq = 5 ${where} and seq = -4`,
      ],
    ],
    [
      'an event added behind the head',
      21,
      (where: string) => [
        `insert into audit_events select (jsonb_populate_record(e, '{"seq": 21}')).* from audit_events e ${where} and seq = 20`,
      ],
    ],
    ['a head set back', 20, (where: string) => [`update audit_heads set seq = 19 ${where}`]],
    [
      'an event edited with its own hash recomputed',
      10,
      (where: string) => [
        `update audit_events set actor = 'x', hash = audit_hash(prev, org_id, seq, at, 'x', command, event) ${where} and seq = 9`,
      ],
    ],
  ])('tells of %s', async (_, expected, change) => {
    const office = await busyOffice()
    await tamper(...change(`where org_id = '${office.organisationId}'`))
    expect(await firstBad(office)).toBe(expected)
  })

  test('of one office says nothing about another', async () => {
    const [bad, good] = [await busyOffice(), await busyOffice()]
    await tamper(`update audit_events set actor = 'x' where org_id = '${bad.organisationId}' and seq = 2`)
    const states = new Map((await verifyChains()).map((state) => [state.organisationId, state.firstBad]))
    expect([states.get(bad.organisationId), states.get(good.organisationId)]).toEqual([2, null])
  })
})
