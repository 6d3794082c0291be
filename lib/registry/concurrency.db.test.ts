import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, type Office, openOffice } from '@/db/testing/factories'
import type { Actor } from '@/lib/core/actor'
import { answer } from './door'

const origin = 'http://127.0.0.1:3000'
let office: Office

beforeAll(async () => {
  office = await openOffice()
})

async function post(actor: Actor, path: string, body: unknown) {
  const request = new Request(`${origin}/api/v1/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  const response = await answer(request, { identify: async () => ({ actor, by: 'key' }), origin })
  return { status: response.status, json: JSON.parse(await response.text()) }
}

describe('many at once', () => {
  test('fifty people change the same card: one wins, the others are told the version it has now', async () => {
    const kase = await aCase(office)
    const change = (n: number) =>
      post(office.supervisor, `cases/${kase.id}/next-action`, {
        version: 1,
        action: 'CALL_BACK',
        dueOn: `2026-12-${String((n % 28) + 1).padStart(2, '0')}`,
      })
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => change(n)))
    const won = answers.filter(({ status }) => status === 200)
    const lost = answers.filter(({ status, json }) => status === 409 && json.code === 'conflict' && json.current === 2)
    expect([won.length, lost.length]).toEqual([1, 49])
  })

  test('sixteen people hand cards to and fro: no error, no deadlock, and the counters are right at the end', async () => {
    const owners = [office.counsellor, office.colleague, office.assistant]
    const cards = await Promise.all(Array.from({ length: 16 }, (_, n) => aCase(office, { ownerId: owners[n % 3]?.id })))
    const statuses: number[] = []
    const handAround = async (caseId: string, start: number) => {
      for (let turn = 1; turn <= 12; turn++) {
        const { status } = await post(office.supervisor, `cases/${caseId}/assign`, {
          version: turn,
          ownerId: owners[(start + turn) % 3]?.id,
        })
        statuses.push(status)
      }
    }
    await Promise.all(cards.map(({ id }, n) => handAround(id, n)))
    expect(new Set(statuses)).toEqual(new Set([200]))
    const wrong = await office.within((tx) =>
      tx.execute(sql`select * from (select owner_id, stage, count(*) as n from cases group by 1, 2) really
        full join (select owner_id, stage, sum(count) as n from board_counters group by 1, 2) kept using (owner_id, stage)
        where coalesce(really.n, 0) <> coalesce(kept.n, 0)`),
    )
    expect(wrong.rows).toEqual([])
  })
})
