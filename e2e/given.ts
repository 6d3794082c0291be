import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { addDays, type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { expect } from './fixtures'

/** What a test needs before it begins, done as the signed-in person through the same commands that the screens use. */
export async function post<Answer>(page: Page, path: string, data: object, method = 'POST'): Promise<Answer> {
  const origin = process.env.PARLEY_E2E_URL ?? ''
  const response = await page.request.fetch(`/api/v1/${path}`, { method, data, headers: { origin } })
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true)
  return response.json()
}

export const get = async <Answer>(page: Page, path: string): Promise<Answer> => {
  const response = await page.request.get(`/api/v1/${path}`)
  expect(response.ok(), `${path}: ${response.status()}`).toBe(true)
  return response.json()
}

/** A code for signing, as the counsellor tells it on the telephone. */
export async function signingCode(page: Page, clientId: string): Promise<string> {
  const { id } = await post<{ id: string }>(page, `clients/${clientId}/signing-codes`, {})
  return (await post<{ value: string }>(page, `clients/${clientId}/invitations/${id}/show`, { part: 'signingCode' })).value
}

export const today = (): CivilDate => civilDateIn(new Date(), 'Asia/Shanghai')
export const inDays = (days: number): CivilDate => addDays(today(), days)

const someDigits = (many: number) => String(randomInt(10 ** many)).padStart(many, '0')

/** Somebody nobody has registered yet. The number ranges belong to no network, the document to no country. */
export const somebody = () => ({
  name: `测${given()}${given()}`,
  phone: `19900${someDigits(6)}`,
  idType: 'PASSPORT',
  idNumber: `XX${someDigits(7)}`,
})
const given = () => String.fromCodePoint(0x4e00 + randomInt(4000))

type Product = { creditorId: string; productId: string; brand: string }

async function jiebei(page: Page): Promise<Product> {
  const { creditors } = await get<{ creditors: { id: string; products: { id: string; brand: string }[] }[] }>(page, 'creditors')
  const all = creditors.flatMap(({ id, products }) =>
    products.map((one) => ({ creditorId: id, productId: one.id, brand: one.brand })),
  )
  const found = all.find(({ brand }) => brand === '借呗')
  if (found === undefined) throw new Error('The directory has no 借呗.')
  return found
}

export type Kase = { id: string; number: string; version: number; clientId: string; name: string; productId: string }

/** A new case with nothing but the client's consent. */
export async function bareCase(page: Page): Promise<Kase> {
  const person = somebody()
  const { id: clientId } = await post<{ id: string }>(page, 'clients', { ...person, processingConsent: 'PAPER' })
  const { creditorId, productId } = await jiebei(page)
  const opened = await post<{ id: string; number: string; version: number }>(page, 'cases', { clientId, creditorId, productId })
  return { ...opened, clientId, name: person.name, productId }
}

export const version = async (page: Page, { id }: Pick<Kase, 'id'>): Promise<number> =>
  (await get<{ version: number }>(page, `cases/${id}`)).version

type Loan = { principal: string; remainingPeriods: number; interest?: string; fees?: string; nextDueOn?: string }

/** A case with its loan note and its cause, and judged worth negotiating: ready to collect evidence. */
export async function assessedCase(
  page: Page,
  loan: Loan = { principal: '12000.00', remainingPeriods: 6 },
  hardship = 'ILLNESS',
) {
  const kase = await bareCase(page)
  const { id: caseId, clientId, productId } = kase
  await post(page, 'debts', {
    ...{ caseId, productId, method: 'EQUAL_INSTALMENT', dailyPercent: '0.04', rateSource: 'CONTRACT', totalPeriods: 12 },
    ...{ nextDueOn: inDays(14), contractNumber: `JB${someDigits(10)}`, ...loan },
  })
  await post(page, `clients/${clientId}/hardships`, {
    type: hardship,
    startedOn: inDays(-60),
    narrative: '住院一个月，病假工资减半。',
  })
  await post(page, `cases/${caseId}/triage`, {
    version: await version(page, kase),
    result: 'NEGOTIATE',
    reason: '有余额，适合协商。',
  })
  return { ...kase, version: await version(page, kase) }
}

type Household = { income: string; fixed: string; flexible: string; reserve: string }
const household: Household = { income: '5200.00', fixed: '1900.00', flexible: '900.00', reserve: '200.00' }

/** An assessed case with statement, consent and authority, in the stage where the proposal is drafted. */
export async function draftingCase(page: Page, loan?: Loan, hardship?: string, { reserve, ...month } = household) {
  const kase = await assessedCase(page, loan, hardship)
  const { clientId } = kase
  const lines = [
    { kind: 'income', category: 'EARNINGS', amount: month.income },
    { kind: 'fixed', category: 'HOUSING', amount: month.fixed },
    { kind: 'flexible', category: 'FOOD', amount: month.flexible },
  ]
  await post(page, 'statements', { clientId, asOf: today(), lines, reserve })
  const matters = '就本人借款与债权方协商还款安排，提交并领取相关文件'
  const paper = { agent: '阳光债务咨询', matters, validFrom: today(), signedOn: today() }
  await post(page, `clients/${clientId}/authorisations`, paper)
  for (const purpose of ['CONTACT_CREDITOR', 'SHARE_WITH_CREDITOR', 'SENSITIVE']) {
    await post(page, `clients/${clientId}/consents`, { purpose, channel: 'PAPER' })
  }
  await moveOn(page, kase, 'EVIDENCE')
  await moveOn(page, kase, 'DRAFTING')
  return { ...kase, version: await version(page, kase) }
}

const moveOn = async (page: Page, kase: Kase, to: string) =>
  post(page, `cases/${kase.id}/move`, { version: await version(page, kase), to })
