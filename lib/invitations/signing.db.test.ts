import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { delegations } from '@/db/schema'
import { aClient, clock, type Office, openOffice } from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import { giveBackTry, takeTry } from '@/lib/core/accounts.queries'
import { execute } from '@/lib/core/command'
import { inviteClient } from './commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

test('many who sign at once, each inside a transaction, do not wait for one another’s connections', async () => {
  const since = new Date(clock.getTime() - 86_400_000)
  const sign = () =>
    inTransaction({ organisationId: office.organisationId }, async () => {
      const id = randomUUID()
      const { failures } = await takeTry(id, `signing:${id}`, { now: clock, since })
      await giveBackTry(id)
      return failures
    })
  // Far more than a process has connections.
  expect(await Promise.all(Array.from({ length: 60 }, sign))).toEqual(Array.from({ length: 60 }, () => 0))
})

test('whoever a client allowed in until yesterday is not invited any more', async () => {
  const client = await aClient(office, { name: '李小明' })
  const allow = async (expiresAt: Date) => {
    const id = randomUUID()
    const of = { orgId: office.organisationId, id, clientId: client.id, name: '李姐', verbs: ['READ' as const] }
    await office.within((tx) => tx.insert(delegations).values({ ...of, createdAt: clock, expiresAt }))
    return execute(inviteClient, office.counsellor, { clientId: client.id, delegationId: id }, { now: clock })
  }
  expect((await refusalOf(allow(clock))).details).toEqual({ why: 'delegation_over' })
  expect(await allow(new Date(clock.getTime() + 1000))).toHaveProperty('id')
})
