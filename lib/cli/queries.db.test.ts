import { beforeAll, describe, expect, test } from 'vitest'
import { aClient, clientActor, type Office, openOffice } from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import { answer } from '@/lib/registry/door'
import { askQuote, askSchedule } from './queries'
import { quote } from './quote'
import { schedule } from './schedule'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const origin = 'http://127.0.0.1:3000'
const post = async (path: string, body: object) => {
  const request = new Request(`${origin}/api/v1/${path}`, {
    ...{ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
  })
  const response = await answer(request, { identify: async () => ({ actor: office.counsellor, by: 'key' as const }), origin })
  return { status: response.status, said: await response.json() }
}

/** Vector V3 of domain.md 4.2. */
const debt = {
  ...{ buckets: { principal: '12000.00' }, dailyPercent: '0.04', method: 'equal_instalment', remainingPeriods: 3 },
  ...{ nextDue: '2026-12-05', dayCount: '30/360' },
}
const asked = { debt, reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 6 }], surplus: '2110.00', from: '2026-11-21' }
const terms = {
  ...{ principal: '12000', rate: { dailyPercent: '0.04' }, method: 'equal_instalment', periods: 6, dayCount: '30/360' },
  ...{ disbursed: '2026-11-05', firstDue: '2026-12-05', rounding: { mode: 'half_up' } },
}

describe('the two engines over HTTP', () => {
  test('a quote is answered as on the command line, vector V3 to the fen', async () => {
    const { status, said } = await post('quote', asked)
    expect(status).toBe(200)
    expect({ status, value: said }).toEqual({ status: 200, value: quoted() })
    expect(said.after).toMatchObject({ interest: '509.01', last: '2027-05-05' })
    expect(said).toMatchObject({ annualPercent: { simple: '14.40', irr: '15.39' }, affordable: true })
  })
  test('so is a schedule', async () => {
    const { status, said } = await post('schedule', terms)
    expect({ status, value: said }).toEqual({ status: 200, value: scheduled() })
    expect(said).toMatchObject({ interest: '509.01', total: '12509.01' })
  })
  test('what does not fit is refused by field, and dates that contradict each other too', async () => {
    expect(await post('quote', { ...asked, from: '2026-13-01' })).toMatchObject({ status: 422 })
    expect((await post('quote', { ...asked, cap: 1 })).said.fields).toHaveProperty('cap')
    const late = await refusalOf(askSchedule.answer(office.counsellor, { ...terms, firstDue: '2026-11-01' }))
    expect(late).toEqual({ code: 'invalid', details: { fields: { firstDue: ['due_before_loan'] } } })
    const { status, said } = await post('schedule', { ...terms, firstDue: '2026-12-05', dueDay: 1 })
    expect(status).toBe(422)
    expect(JSON.stringify(said)).not.toMatch(/choose a day|请选择日历/)
    expect(said.fields.dueDay).toHaveLength(1)
  })
  test('any member of staff may ask, a client may not', async () => {
    const client = clientActor(office, await aClient(office))
    expect((await refusalOf(askQuote.answer(client, asked))).code).toBe('forbidden')
    expect(await askQuote.answer(office.analyst, asked)).toEqual(quoted())
  })
})

function quoted() {
  const answered = quote(asked)
  return answered.ok ? answered.value : answered.faults
}
function scheduled() {
  const answered = schedule(terms, '2026-11-21')
  return answered.ok ? answered.value : answered.faults
}
