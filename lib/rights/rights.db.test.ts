import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, getTableColumns, sql } from 'drizzle-orm'
import type pg from 'pg'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { clients, legalHolds, rightsRequests } from '@/db/schema'
import { aChain, type Chain, photo } from '@/db/testing/chain'
import { clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { asOwner } from '@/db/testing/owner'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { auditVerify } from '@/lib/audit/queries'
import { search } from '@/lib/cases/search.queries'
import { getClient } from '@/lib/clients/queries'
import { execute } from '@/lib/core/command'
import type { Actor } from '@/lib/core/prove'
import { uploadEvidence } from '@/lib/evidence/commands'
import { answerRight, askRight, placeHold, proposeErasure, releaseHold } from './commands'
import { eraseClient } from './erase.commands'
import { myExport, myHoldings } from './export.queries'
import { listRights, myRights } from './queries'
import { register } from './register'
import { sweepErasedFiles } from './sweep.job'
import { ownTables, tableNames, tablesOfClients } from './tables.queries'

const now = clock
let office: Office
let data: string

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'parley-rights-'))
  process.env['DATA_DIR'] = data
  office = await openSeededOffice()
})

async function someone(name = '李小明'): Promise<{ chain: Chain; portal: Actor; clientId: string }> {
  const chain = await aChain(office, office.counsellor, name)
  const { clientId } = chain.ids
  // The chain comes with a request and a hold of its own.
  await execute(releaseHold, office.supervisor, { holdId: chain.ids.holdId }, { now })
  return { chain, clientId, portal: clientActor(office, { id: clientId, name }) }
}

describe('what is a person’s, by the schema', () => {
  test('every table says whether it holds what is a client’s: a new one cannot be forgotten', () => {
    expect(Object.keys(register).toSorted()).toEqual(tableNames().toSorted())
  })

  test('the register and the database agree on whose rows are a client’s', async () => {
    const { rows } = await asOwner((client) =>
      client.query(
        "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'client_id'",
      ),
    )
    const withClients = rows.map(({ name }) => String(name)).filter((name) => name !== 'members')
    expect(tablesOfClients().toSorted()).toEqual([...withClients, 'clients'].toSorted())
    for (const name of tablesOfClients()) expect(register[name]).toHaveProperty('group')
  })

  test('every column is told or withheld with a reason', () => {
    for (const { name, table, columns } of ownTables()) {
      const withheld = withheldOf(name)
      const all = Object.keys(getTableColumns(table))
      expect([...Object.keys(columns), ...Object.keys(withheld)].toSorted(), name).toEqual(all.toSorted())
      expect(Object.values(withheld).every((why) => why.length > 5)).toBe(true)
    }
  })
})

const withheldOf = (name: string): Readonly<Record<string, string>> => {
  const mark = register[name]
  return mark !== undefined && 'group' in mark ? (mark.withheld ?? {}) : {}
}

describe('a client’s own data', () => {
  test('the download holds the client’s rows of every table and nobody else’s, amounts exact, secrets kept back', async () => {
    const { portal, chain, clientId } = await someone()
    const other = await someone('钱二宝')
    const told = await myExport(portal, {}, now)
    const text = JSON.stringify(told)
    for (const secret of ['李小明', clientId, chain.ids.agreementId, chain.ids.paymentId]) expect(text).toContain(secret)
    for (const secret of other.chain.secrets) expect(text).not.toContain(secret)
    expect(told.data['payments']).toMatchObject([{ amount: '100.00' }])
    expect(text).not.toMatch(/linkHash|codeHash|tokenHash/)
    expect(told.files.map(({ id }) => id)).toContain(chain.ids.evidenceId)
    expect(told.files.map(({ id }) => id).toSorted()).toEqual(told.data['evidence']?.map(({ id }) => id).toSorted())
    expect(await accessOf(office)).toContainEqual(expect.objectContaining({ kind: 'export', object: clientId }))
  })

  test('the client sees how much is held and who looked, by name', async () => {
    const { portal, clientId } = await someone()
    await getClient(office.counsellor, { clientId }, now)
    const { held, looks } = await myHoldings(portal, {}, now)
    expect(held.find(({ group }) => group === 'documents')?.rows).toBeGreaterThan(0)
    expect(looks).toContainEqual(expect.objectContaining({ who: '李文静', kind: 'view', what: 'client' }))
  })

  test('nobody but the client downloads it', async () => {
    for (const actor of [office.counsellor, office.supervisor, office.admin])
      expect((await refusalOf(myExport(actor, {}, now))).code).toBe('forbidden')
  })
})

describe('asking about one’s data', () => {
  test('a request is asked once, answered in words, and the client reads them', async () => {
    const { portal, clientId } = await someone()
    const { id: requestId } = await execute(askRight, portal, { kind: 'CORRECT', note: '电话换了' }, { now })
    expect((await refusalOf(execute(askRight, portal, { kind: 'CORRECT' }, { now }))).details).toEqual({ why: 'already_asked' })
    const answer = { requestId, status: 'DONE', answer: '已改好。' }
    expect((await refusalOf(execute(answerRight, office.colleague, answer, { now }))).code).toBe('not_found')
    await execute(answerRight, office.counsellor, answer, { now })
    expect((await refusalOf(execute(answerRight, office.counsellor, answer, { now }))).details).toEqual({
      why: 'already_answered',
    })
    const mine = (await myRights(portal, {}, now)).requests.find(({ id }) => id === requestId)
    expect(mine).toMatchObject({ status: 'DONE', answer: '已改好。' })
    const told = (await auditOf(office)).filter((event) => 'clientId' in event && event.clientId === clientId)
    expect(told).toContainEqual({ type: 'rights.asked', clientId, requestId, kind: 'CORRECT' })
    expect(JSON.stringify(told)).not.toContain('电话换了')
  })

  test('what is said later is added to the open request, once, and told apart from a new one', async () => {
    const { portal, clientId } = await someone()
    const ask = (note: string) => execute(askRight, portal, { kind: 'CORRECT', note }, { now })
    const { id } = await ask('电话换了')
    expect(await ask('地址也换了')).toEqual({ id })
    expect((await refusalOf(ask('地址也换了'))).details).toEqual({ why: 'already_asked' })
    const { requests } = await listRights(office.counsellor, { clientId }, now)
    expect(requests.find((one) => one.id === id)?.note).toBe('电话换了\n\n地址也换了')
    for (let more = 0; more < 9; more += 1) await ask(`${more}`.padEnd(1000, '…'))
    expect((await refusalOf(ask('x'.repeat(1000)))).details).toEqual({ why: 'already_asked' })
  })

  test('asked twice at once it is one request', async () => {
    const { portal, clientId } = await someone()
    const request = { orgId: office.organisationId, id: randomUUID(), clientId, kind: 'EXPLAIN' as const, askedAt: now }
    const second = await office.within(async (tx) => {
      await tx.insert(rightsRequests).values(request)
      const answer = refusalOf(execute(askRight, portal, { kind: 'EXPLAIN' }, { now }))
      await sleep(500)
      return { answer }
    })
    expect((await second.answer).details).toEqual({ why: 'already_asked' })
  })

  test('a deletion is not called done with words alone', async () => {
    const { chain } = await someone()
    const answer = { requestId: chain.ids.rightsId, status: 'DONE', answer: '删了' }
    expect((await refusalOf(execute(answerRight, office.counsellor, answer, { now }))).details).toEqual({ why: 'erase_instead' })
  })
})

/** What somebody could run who went round the command. */
const goneRound = (requestId: string, by: string) =>
  office.within((tx) => tx.execute(sql`select erase_asked_client(${requestId}, ${by})`))

describe('erasing a client', () => {
  const proposed = async () => {
    const one = await someone()
    await execute(proposeErasure, office.counsellor, { requestId: one.chain.ids.rightsId }, { now })
    return { ...one, values: { requestId: one.chain.ids.rightsId } }
  }

  test('takes two people', async () => {
    const one = await someone()
    const values = { requestId: one.chain.ids.rightsId }
    expect((await refusalOf(execute(eraseClient, office.supervisor, values, { now }))).details).toEqual({ why: 'not_proposed' })
    await execute(proposeErasure, office.supervisor, values, { now })
    expect((await refusalOf(execute(eraseClient, office.supervisor, values, { now }))).details).toEqual({
      why: 'needs_second_person',
    })
    expect((await refusalOf(execute(eraseClient, office.counsellor, values, { now }))).code).toBe('forbidden')
  })

  test('waits while a legal hold stands', async () => {
    const { clientId, values } = await proposed()
    const { id: holdId } = await execute(placeHold, office.supervisor, { clientId, reason: '诉讼中' }, { now })
    expect((await refusalOf(execute(eraseClient, office.supervisor, values, { now }))).details).toEqual({ why: 'legal_hold' })
    // Not even where somebody goes round the command.
    await expect(goneRound(values.requestId, office.supervisor.id)).rejects.toThrow('23001')
    await execute(releaseHold, office.supervisor, { holdId }, { now })
    expect(await execute(eraseClient, office.supervisor, values, { now })).toEqual({ erasedId: clientId })
  })

  test('wants a request that one person proposed and another carries out, even of somebody who goes round the command', async () => {
    const [asked, ready] = [await someone(), await proposed()]
    const portal = await execute(askRight, ready.portal, { kind: 'CORRECT', note: '电话换了' }, { now })
    const wrong = [
      [asked.chain.ids.rightsId, office.supervisor.id],
      [portal.id, office.supervisor.id],
      [randomUUID(), office.supervisor.id],
      [ready.values.requestId, office.counsellor.id],
      [ready.values.requestId, ready.portal.id],
      [ready.values.requestId, randomUUID()],
    ] as const
    for (const [requestId, by] of wrong) await expect(goneRound(requestId, by)).rejects.toThrow('23001')
    const straight = office.within((tx) => tx.execute(sql`select erase_client(${ready.clientId})`))
    await expect(straight).rejects.toThrow('42501')
    expect((await getClient(office.counsellor, { clientId: ready.clientId }, now)).id).toBe(ready.clientId)
    expect(await execute(eraseClient, office.supervisor, ready.values, { now })).toEqual({ erasedId: ready.clientId })
  })

  test('waits for a hold that is placed at this very moment', async () => {
    const { clientId, values } = await proposed()
    const of = { orgId: office.organisationId, id: randomUUID(), clientId }
    const [erasing] = await office.within(async (tx) => {
      await tx.select().from(clients).where(eq(clients.id, clientId)).for('update')
      await tx.insert(legalHolds).values({ ...of, reason: '诉讼中', placedBy: office.supervisor.id, placedAt: now })
      const answer = refusalOf(execute(eraseClient, office.supervisor, values, { now }))
      await sleep(300)
      return [answer]
    })
    expect((await erasing)?.details).toEqual({ why: 'legal_hold' })
  })

  test('is proposed only where deletion was asked for', async () => {
    const { portal } = await someone()
    const { id: requestId } = await execute(askRight, portal, { kind: 'CORRECT', note: '电话换了' }, { now })
    const refused = await refusalOf(execute(proposeErasure, office.counsellor, { requestId }, { now }))
    expect(refused.details).toEqual({ why: 'not_a_deletion' })
  })

  test('reaches every table, search and files; ids stay in the audit, and the chain still holds', async () => {
    const { clientId, values } = await proposed()
    const before = await countFiles()
    const image = sharp({ create: { width: 30, height: 20, channels: 3, background: '#123456' } })
    const content = (await image.jpeg().toBuffer()).toString('base64')
    const only = { clientId, code: 'INCOME_PROOF', fileName: '只有一份.jpg', content }
    await execute(uploadEvidence, office.counsellor, only, { now })
    // The file as received and its preview.
    expect(await countFiles()).toBe(before + 2)
    await getClient(office.counsellor, { clientId }, now)
    await execute(eraseClient, office.supervisor, values, { now })
    const left = await asOwner((owner) => tablesWith(owner, clientId))
    expect(left).toEqual(['access_log'])
    expect((await refusalOf(getClient(office.counsellor, { clientId }, now))).code).toBe('not_found')
    expect(JSON.stringify(await search(office.supervisor, { q: '李小明' }, now))).not.toContain(clientId)
    expect(await auditOf(office)).toContainEqual(expect.objectContaining({ type: 'client.erased', clientId }))
    expect(await auditVerify(office.supervisor, {}, now)).toMatchObject({ firstBad: null })
    await sweepErasedFiles()
    expect(await countFiles()).toBe(before)
    expect(await sweepErasedFiles()).toBe(0)
  })

  test('a file that another client has too stays for that one', async () => {
    const [mine, other] = [await proposed(), await someone('钱二宝')]
    const upload = { code: 'INCOME_PROOF', fileName: 'a.png', content: photo }
    await execute(uploadEvidence, office.counsellor, { ...upload, clientId: other.clientId }, { now })
    const kept = await countFiles()
    await execute(eraseClient, office.supervisor, mine.values, { now })
    await sweepErasedFiles()
    expect(await countFiles()).toBe(kept)
  })

  test('a file that was received again from somebody else before it was removed stays', async () => {
    const [mine, other] = [await proposed(), await someone('钱二宝')]
    const image = sharp({ create: { width: 31, height: 21, channels: 3, background: '#654321' } })
    const upload = { code: 'INCOME_PROOF', fileName: 'a.jpg', content: (await image.jpeg().toBuffer()).toString('base64') }
    await execute(uploadEvidence, office.counsellor, { ...upload, clientId: mine.clientId }, { now })
    const kept = await countFiles()
    await execute(eraseClient, office.supervisor, mine.values, { now })
    await execute(uploadEvidence, office.counsellor, { ...upload, clientId: other.clientId }, { now })
    await sweepErasedFiles()
    expect(await countFiles()).toBe(kept)
  })

  test('another office cannot', async () => {
    const { values } = await proposed()
    const elsewhere = await openOffice()
    expect((await refusalOf(execute(eraseClient, elsewhere.supervisor, values, { now }))).code).toBe('not_found')
    expect((await refusalOf(execute(proposeErasure, elsewhere.supervisor, values, { now }))).code).toBe('not_found')
  })
})

/** Names of the tables that still have a row of this client. */
async function tablesWith(owner: pg.Client, clientId: string): Promise<string[]> {
  const found: string[] = []
  for (const name of tablesOfClients()) {
    const column = name === 'clients' ? 'id' : 'client_id'
    const { rows } = await owner.query(`select 1 from "${name}" where ${column} = $1 limit 1`, [clientId])
    found.push(...rows.map(() => name))
  }
  return found
}

const countFiles = async () =>
  (await readdir(join(data, 'files'), { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length

test('the clock starts when the last case closes, and runs five years', async () => {
  const { clientId } = await someone()
  expect((await listRights(office.counsellor, { clientId }, now)).keptUntil).toBeNull()
  await office.within((tx) =>
    tx.execute(`update cases set stage = 'CLOSED', closed_at = '2026-11-20T17:00:00Z' where client_id = '${clientId}'`),
  )
  // 17:00 UTC is one in the morning of the 21st in Shanghai.
  expect(await listRights(office.counsellor, { clientId }, now)).toMatchObject({ keptUntil: '2031-11-21', isDue: false })
  const after = new Date('2031-11-22T01:00:00Z')
  expect((await listRights(office.counsellor, { clientId }, after)).isDue).toBe(true)
})
