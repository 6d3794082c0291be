import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { addContact, addCreditor, addProduct, verifyContact } from './commands'
import { listCreditors } from './queries'

let office: Office
let elsewhere: Office

beforeAll(async () => {
  office = await openOffice()
  elsewhere = await openOffice({ name: '别处' })
})

const at = { now: clock }
const bank = {
  legalName: '某某银行股份有限公司',
  shortName: '某某银行',
  regulatorClass: 'BANK',
  source: '借款合同',
  asOf: '2026-11-20',
} as const
const card = { brand: '信用卡', type: 'CREDIT_CARD', source: '账单', asOf: '2026-11-20' } as const
const byId = async (id: string) => (await listCreditors(office.counsellor, {}, clock)).creditors.find((row) => row.id === id)

describe('the creditor directory', () => {
  test('SD-01 a second product of another type is added without code', async () => {
    const { id } = await execute(addCreditor, office.supervisor, bank)
    await execute(addProduct, office.supervisor, { creditorId: id, ...card, maxLimit: '50,000' })
    await execute(addProduct, office.admin, { creditorId: id, ...card, brand: '装修贷', type: 'BANK_LOAN' })
    expect((await byId(id))?.products.map(({ brand, type, maxLimit }) => [brand, type, maxLimit])).toEqual(
      expect.arrayContaining([
        ['信用卡', 'CREDIT_CARD', '50000.00'],
        ['装修贷', 'BANK_LOAN', null],
      ]),
    )
  })
  test('SP-10 verifying contact details dates them today, and an old date is marked', async () => {
    const { id } = await execute(addCreditor, office.supervisor, bank)
    const phone = { creditorId: id, channel: 'PHONE', value: '95188', source: '合同' } as const
    const long = new Date('2026-01-01T02:00:00Z')
    const contact = await execute(addContact, office.counsellor, phone, { now: long })
    expect((await byId(id))?.contacts).toMatchObject([{ verifiedOn: '2026-01-01', isStale: true }])
    await execute(verifyContact, office.counsellor, { contactId: contact.id, note: '转人工按 0' }, at)
    expect((await byId(id))?.contacts).toMatchObject([
      { verifiedOn: '2026-11-21', isStale: false, note: '转人工按 0', value: '95188' },
    ])
  })
  test('additions and checks are audited', async () => {
    const { id } = await execute(addCreditor, office.supervisor, bank)
    const product = await execute(addProduct, office.supervisor, { creditorId: id, ...card })
    const contact = await execute(addContact, office.assistant, { creditorId: id, channel: 'PHONE', value: '1', source: '合同' })
    expect((await auditOf(office)).slice(-3)).toEqual([
      { type: 'creditor.added', creditorId: id },
      { type: 'product.added', productId: product.id },
      { type: 'creditorContact.verified', contactId: contact.id },
    ])
  })
  test('a fact without a source is refused; a counsellor adds no creditor', async () => {
    const refused = await refusalOf(execute(addCreditor, office.supervisor, { ...bank, source: ' ' }))
    expect(refused.details).toEqual({ fields: { source: ['required'] } })
    expect((await refusalOf(execute(addCreditor, office.counsellor, bank))).code).toBe('forbidden')
    expect((await refusalOf(execute(verifyContact, office.analyst, { contactId: randomUUID() }))).code).toBe('forbidden')
  })
  test('another office’s creditor takes no product, and its contact no check', async () => {
    const { id } = await execute(addCreditor, office.supervisor, bank)
    const contact = await execute(addContact, office.counsellor, { creditorId: id, channel: 'PHONE', value: '1', source: '合同' })
    const foreign = [
      execute(addProduct, elsewhere.supervisor, { creditorId: id, ...card }),
      execute(addContact, elsewhere.counsellor, { creditorId: id, channel: 'PHONE', value: '2', source: '合同' }),
      execute(verifyContact, elsewhere.counsellor, { contactId: contact.id, value: '2' }),
    ]
    expect(await Promise.all(foreign.map(async (call) => (await refusalOf(call)).code))).toEqual(Array(3).fill('not_found'))
    expect((await listCreditors(elsewhere.counsellor)).creditors.map((row) => row.id)).not.toContain(id)
  })
})
