import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepared } from './prepared'
import { members } from './schema'
import { type Office, openOffice } from './testing/factories'

let office: Office
let other: Office
beforeAll(async () => {
  ;[office, other] = [await openOffice(), await openOffice({ name: '别处' })]
})

const colleagues = prepared((tx) =>
  tx
    .select({ id: members.userId })
    .from(members)
    .where(eq(members.orgId, sql.placeholder('orgId'))),
)
const howOften = sql`select coalesce(sum(custom_plans + generic_plans), 0)::int as times, count(*)::int as statements
  from pg_prepared_statements where statement like '%"members"%'`

describe('a prepared statement', () => {
  test('is known to its connection from the second time on', async () => {
    const { rows } = await office.within(async (tx) => {
      const asked = { orgId: office.organisationId }
      await colleagues(tx).execute(asked)
      await colleagues(tx).execute(asked)
      return tx.execute(howOften)
    })
    expect(rows).toEqual([{ times: 2, statements: 1 }])
  })

  test('shows whoever asks what is theirs, however often others asked before', async () => {
    const seen = (by: Office, of: Office) => by.within((tx) => colleagues(tx).execute({ orgId: of.organisationId }))
    for (let n = 0; n < 7; n += 1) {
      expect(await seen(office, office)).not.toEqual([])
      expect(await seen(other, office)).toEqual([])
    }
  })
})
