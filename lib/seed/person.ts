import { hardshipTypes } from '@/db/vocabulary'
import { addDays } from '@/lib/platform/dates'
import { maskName } from '@/lib/platform/mask'
import { daysAgo, type Life } from './ground'
import { nameOf } from './names'
import type { Rows } from './rows'

/** What a seeded client brings along. CNY a month, whole yuan. */
export type Person = {
  name: string
  phoneTail: string
  income: number
  disposable: number
  statementId: string
  hardship: (typeof hardshipTypes)[number]
}

/** The client's own rows: consent, authority, one hardship, one statement. Names and numbers are made up; the ID number is left out. */
export function personOf(life: Life): { person: Person; rows: Rows } {
  const { chance, ground, clientId, owner, age } = life
  const name = nameOf(chance)
  const phone = `199${String(chance.whole(0, 99_999_999)).padStart(8, '0')}`
  const spending = { income: chance.whole(30, 120) * 100, fixed: chance.whole(10, 30) * 100, flexible: chance.whole(6, 14) * 100 }
  const disposable = spending.income - spending.fixed - spending.flexible - reserve
  const hardship = chance.pick(hardshipTypes)
  const statementId = chance.uuid()
  const of = { org_id: ground.organisationId, client_id: clientId }
  const [opened, openedOn] = [daysAgo(ground, age), addDays(ground.today, -age)]
  const client = {
    org_id: ground.organisationId,
    id: clientId,
    name,
    masked_name: maskName(name),
    preferred_name: '',
    phone,
    phone_tail: phone.slice(-4),
  }
  const rest = {
    id_type: 'OTHER',
    id_number: `SEED${String(life.serial).padStart(8, '0')}`,
    language: 'zh-CN',
    employment: '',
    safe_contact: '',
    safe_phrase: '',
    hide_address: false,
    vulnerability: '',
  }
  return {
    person: { name, phoneTail: phone.slice(-4), income: spending.income, disposable, statementId, hardship },
    rows: {
      clients: [{ ...client, ...rest, created_by: owner.id, created_at: opened, version: 1 }],
      consents: (['PROCESSING', 'STATISTICS'] as const).map((purpose) => ({
        ...{ ...of, id: chance.uuid(), purpose, text_version: 'seed', channel: 'PAPER', given_at: opened },
      })),
      authorisations: [
        { ...of, id: chance.uuid(), agent: '演示机构', matters: '与债权方协商还款', valid_from: openedOn, signed_on: openedOn },
      ],
      hardships: [
        {
          ...of,
          ...hardshipRow(life, hardship),
          income_before: `${spending.income + chance.whole(0, 40) * 100}.00`,
          created_at: opened,
        },
      ],
      statements: [
        {
          ...of,
          id: statementId,
          ...statementRow(spending, disposable),
          as_of: openedOn,
          created_by: owner.id,
          created_at: opened,
        },
      ],
    },
  }
}

const reserve = 200

const hardshipRow = ({ chance, ground, age }: Life, type: string) => ({
  id: chance.uuid(),
  type,
  started_on: addDays(ground.today, -age - chance.whole(10, 200)),
  narrative: '',
  is_primary: true,
  income_verified: chance.happens(0.5),
})

function statementRow(spending: Record<'income' | 'fixed' | 'flexible', number>, disposable: number) {
  const text = (yuan: number) => `${yuan}.00`
  return {
    number: 1,
    lines: [
      { kind: 'income', category: 'EARNINGS', amount: text(spending.income) },
      { kind: 'fixed', category: 'HOUSING', amount: text(spending.fixed) },
      { kind: 'flexible', category: 'FOOD', amount: text(spending.flexible) },
    ],
    income: text(spending.income),
    fixed: text(spending.fixed),
    flexible: text(spending.flexible),
    reserve: text(reserve),
    disposable: text(disposable),
    source: 'COUNSELLOR',
  }
}
