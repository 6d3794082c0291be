import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { budgetDrafts, clients, idempotencyKeys, letterBatches, letters, savedAnalyses } from '@/db/schema'
import { aChain, type Chain } from '@/db/testing/chain'
import { clientActor, clock, type Office } from '@/db/testing/factories'
import { asOwner } from '@/db/testing/owner'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { refusalOf } from '@/db/testing/traces'
import { setNextAction } from '@/lib/cases/commands'
import { createClient } from '@/lib/clients/commands'
import { execute } from '@/lib/core/command'
import { uploadEvidence } from '@/lib/evidence/commands'
import { keptFiles } from '@/lib/evidence/kept-files'
import { startImport } from '@/lib/imports/commands'
import { deliverDueMails } from '@/lib/mail/deliver.job'
import { writeMessage, writeMyMessage } from '@/lib/messages/commands'
import { saveView } from '@/lib/preferences/view.commands'
import { proposeErasure, releaseHold } from './commands'
import { eraseClient } from './erase.commands'
import { sweepErasedFiles } from './sweep.job'

const now = clock
let office: Office
let data: string

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'parley-left-'))
  process.env['DATA_DIR'] = data
  office = await openSeededOffice()
})

async function erase({ ids }: Chain) {
  await execute(releaseHold, office.supervisor, { holdId: ids.holdId }, { now })
  await execute(proposeErasure, office.counsellor, { requestId: ids.rightsId }, { now })
  await execute(eraseClient, office.supervisor, { requestId: ids.rightsId }, { now })
  await sweepErasedFiles()
}

/** Names of the tables of the database, whatever they are for, with a row that says one of these words. */
const tablesSaying = (words: readonly string[]) =>
  asOwner(async (owner) => {
    const { rows: all } = await owner.query("select tablename as name from pg_tables where schemaname = 'public' order by 1")
    const saying: string[] = []
    for (const { name } of all) {
      const { rowCount } = await owner.query(`select 1 from "${name}" t where t::text like any($1) limit 1`, [
        words.map((word) => `%${word}%`),
      ])
      if (rowCount === 1) saying.push(name)
    }
    return saying
  })

/** Files anywhere in the data directory that hold one of these words, as they are or in the base64 of a mail. */
async function filesSaying(words: readonly string[]) {
  const all = (await readdir(data, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  const saying: string[] = []
  for (const { parentPath, name } of all) {
    const bytes = await readFile(join(parentPath, name))
    const decoded = [...bytes.toString('latin1').matchAll(/base64\r?\n(?:[\w-]+:.*\r?\n)*\r?\n([\w+/=\r\n]+)/g)].map(([, part]) =>
      Buffer.from(part ?? '', 'base64'),
    )
    if (words.some((word) => [bytes, ...decoded].some((part) => part.includes(word)))) saying.push(name)
  }
  return saying
}

const words = {
  name: '濮阳独一',
  phone: '13977661234',
  idNumber: '110101199003074477',
  bankAccount: '6222020200112233441',
  email: 'puyang-duyi@client.test',
  safeContact: '只在午休时打',
  safePhrase: '雨后竹林',
  employment: '濮阳家的裁缝铺',
}

/** Somebody about whom much was written, in every place where something can be. */
async function someoneKnown() {
  const chain = await aChain(office, office.counsellor, words.name)
  const { clientId, caseId } = chain.ids
  const portal = clientActor(office, { id: clientId, name: words.name })
  const org = { orgId: office.organisationId, clientId }
  await office.within(async (tx) => {
    await tx.update(clients).set(words).where(eq(clients.id, clientId))
    await tx.insert(budgetDrafts).values({ ...org, answers: { rent: '4321.07' }, updatedAt: now })
  })
  await execute(writeMessage, office.counsellor, { caseId, body: '您的秘密词是甲乙丙' }, { now })
  await execute(writeMyMessage, portal, { caseId, body: '我的秘密词是丁戊己' }, { now, idempotencyKey: 'said' })
  await namedAfter(words.name)
  await deliverDueMails(now)
  const image = sharp({ create: { width: 30, height: 20, channels: 3, background: '#654321' } })
  const content = (await image.jpeg().toBuffer()).toString('base64')
  const upload = { clientId, code: 'INCOME_PROOF', fileName: '濮阳独一的工资单.jpg', content }
  const { hash } = await execute(uploadEvidence, office.counsellor, upload, { now, idempotencyKey: `upload-${clientId}` })
  return { chain, clientId, caseId, hash: String(hash) }
}

/** What colleagues call a file, a view and an analysis that are about one person. */
async function namedAfter(name: string) {
  const file = { fileName: `${name}的借据.xlsx`, total: 1, consent: 'PAPER' }
  await execute(startImport, office.counsellor, file, { now })
  await execute(saveView, office.counsellor, { name: `${name}等人`, filters: {} }, { now })
  const facts = { fileName: `${name}.csv`, fileHash: '0'.repeat(64), rows: 40, spec: {}, result: '{}', by: office.counsellor.id }
  await office.within((tx) =>
    tx.insert(savedAnalyses).values({
      ...{ orgId: office.organisationId, id: crypto.randomUUID(), name: `${name}所在的一组`, at: now, ...facts },
    }),
  )
}

/** A letter of a batch, whose PDF is a kept file named in a column of its own. */
async function aLetter(clientId: string, caseId: string) {
  const { hash } = await keptFiles().store(office.organisationId, Buffer.from('%PDF 濮阳独一'))
  await office.within(async (tx) => {
    const org = { orgId: office.organisationId }
    const [batchId, id] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
    const batch = { ...org, id: batchId, kind: 'NEGOTIATION' as const, locale: 'zh-CN' as const, total: 1 }
    await tx.insert(letterBatches).values({ ...batch, by: office.counsellor.id, at: now })
    const written = { state: 'WRITTEN' as const, text: '濮阳独一敬上', file: hash }
    await tx.insert(letters).values({ ...org, id, batchId, position: 1, caseId, clientId, ...written })
  })
}

describe('after a real client was erased', () => {
  test('no table, no file and no mail says who it was or what they wrote', async () => {
    const { chain, clientId, caseId } = await someoneKnown()
    await aLetter(clientId, caseId)
    const said = [
      ...Object.values(words),
      '甲乙丙',
      '丁戊己',
      '4321.07',
      ...chain.secrets.filter((text) => !/^[0-9a-f-]{36}$/.test(text)),
    ]
    expect((await tablesSaying(said)).length).toBeGreaterThan(8)
    expect((await filesSaying([words.name, words.safePhrase])).length).toBeGreaterThan(1)
    await erase(chain)
    expect(await tablesSaying(said)).toEqual([])
    expect(await filesSaying([words.name, words.safePhrase])).toEqual([])
    // Ids alone stay, where the law asks for it and where a restore has to know.
    const withIds = ['access_log', 'audit_events', 'idempotency_keys', 'tombstones']
    expect((await tablesSaying([clientId])).filter((name) => !withIds.includes(name))).toEqual([])
    expect(await filesSaying([clientId])).toEqual(['erased.jsonl'])
  })

  test('a colleague’s answers about others are still told, and a call about the erased is neither told nor done again', async () => {
    const [gone, stays] = [await someoneKnown(), await aChain(office, office.counsellor, '钱二宝')]
    const keyed = { now, idempotencyKey: 'anew' }
    const newcomer = { name: '尉迟新来' }
    const registered = await execute(createClient, office.counsellor, newcomer, keyed)
    const next = (caseId: string) => {
      const values = { caseId, version: 1, action: 'TRIAGE', text: '看材料', dueOn: '2026-11-25' }
      return execute(setNextAction, office.counsellor, values, { now, idempotencyKey: `next-${caseId}` })
    }
    await next(gone.caseId)
    const told = await next(stays.ids.caseId)
    await erase(gone.chain)
    expect(await next(stays.ids.caseId)).toEqual(told)
    expect(await execute(createClient, office.counsellor, newcomer, keyed)).toEqual(registered)
    expect((await refusalOf(next(gone.caseId))).code).toBe('not_found')
    const ofCounsellor = and(
      eq(idempotencyKeys.orgId, office.organisationId),
      eq(idempotencyKeys.key, `case.setNextAction:next-${gone.caseId}`),
    )
    const [row] = await office.within((tx) => tx.select().from(idempotencyKeys).where(ofCounsellor))
    expect(row).toMatchObject({ response: null, requestHash: '' })
  })
})
