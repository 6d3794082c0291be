import type { ContactChannel, ContactedPerson, ProductType } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'

/** A logged contact with what its day is judged by: local day and hour, and the other contacts of that day, itself included. */
export type Contacted = {
  channel: ContactChannel
  person: ContactedPerson
  isAnswered: boolean
  isAgreed: boolean
  isDisclosed: boolean
  wasRefused: boolean
  isUnreachable: boolean
  party: string
  day: CivilDate
  /** 0 to 23, on the office's clock. */
  hour: number
  /** Those of the same case and day up to and with this one, in order of time. */
  sameDay: readonly Pick<Contacted, 'channel' | 'person' | 'isAnswered' | 'party'>[]
}

/** How certain it is that what was logged breaks the rule: on what is logged, or only if something else is so too. */
export type Sureness = 'CLEAR' | 'DEPENDS' | undefined

/**
 * The instruments, by kind and how well their text is known (domain.md 3.5): both are read in reputable secondary sources
 * (B), and the numbers of their articles are not, so none is given. Neither is law: one is a recommended national standard,
 * the other a guide of the banking association.
 */
export const instruments = {
  /** Issued and in force on 2025-02-28. */
  GBT_45251: {
    from: '2025-02-28',
    certainty: 'B',
    products: ['CONSUMER_LOAN', 'BANK_LOAN', 'OTHER'],
    citation: 'cite_gbt_45251',
  },
  /** Published in January 2026, the day is not known: applied from the month after, so that nothing is called a breach too early. */
  CBA_2026: {
    from: '2026-02-01',
    certainty: 'B',
    products: ['CONSUMER_LOAN', 'BANK_LOAN', 'CREDIT_CARD', 'OTHER'],
    citation: null,
  },
} as const satisfies Record<
  string,
  { from: CivilDate; until?: CivilDate; certainty: 'A' | 'B' | 'C'; products: readonly ProductType[]; citation: string | null }
>
export type Instrument = keyof typeof instruments

export const conductRules = [
  'NIGHT_STANDARD',
  'NIGHT_GUIDE',
  'FOURTH_CALL',
  'SEVENTH_DIAL',
  'THIRD_PERSON',
  'STRANGER',
  'REFUSED_BEFORE',
  'DEBT_TOLD',
] as const
export type ConductRule = (typeof conductRules)[number]

type Row = { instrument: Instrument; breaks: (contact: Contacted) => Sureness }

/** The dated rule table: which instrument says so, and when a logged contact breaks it. */
export const ruleTable: Record<ConductRule, Row> = {
  NIGHT_STANDARD: { instrument: 'GBT_45251', breaks: atNight },
  NIGHT_GUIDE: { instrument: 'CBA_2026', breaks: atNight },
  FOURTH_CALL: { instrument: 'GBT_45251', breaks: (contact) => overDay(contact, { answered: true, most: 3 }) },
  SEVENTH_DIAL: { instrument: 'CBA_2026', breaks: (contact) => overDay(contact, { answered: false, most: 6 }) },
  THIRD_PERSON: {
    instrument: 'GBT_45251',
    breaks: ({ person, isUnreachable }) => clearIf(person !== 'DEBTOR' && !isUnreachable),
  },
  STRANGER: {
    instrument: 'CBA_2026',
    breaks: ({ person, isUnreachable }) => (isUnreachable ? dependsIf(person === 'UNRELATED') : clearIf(person === 'UNRELATED')),
  },
  REFUSED_BEFORE: {
    instrument: 'GBT_45251',
    breaks: ({ person, wasRefused }) => clearIf(person !== 'DEBTOR' && wasRefused),
  },
  DEBT_TOLD: { instrument: 'GBT_45251', breaks: ({ person, isDisclosed }) => clearIf(person !== 'DEBTOR' && isDisclosed) },
}

const [nightFrom, nightUntil] = [22, 8]
const clearIf = (holds: boolean): Sureness => (holds ? 'CLEAR' : undefined)
const dependsIf = (holds: boolean): Sureness => (holds ? 'DEPENDS' : undefined)

/** A letter is read when one likes; calls, visits and messages at night are not. */
function atNight({ hour, isAgreed, channel }: Contacted): Sureness {
  return clearIf((hour >= nightFrom || hour < nightUntil) && !isAgreed && channel !== 'LETTER')
}

/**
 * More than `most` calls of a kind to the same person on one day. Relatives and strangers may be several people, and two
 * parties may not know of each other: then it depends.
 */
function overDay(contact: Contacted, { answered, most }: { answered: boolean; most: number }): Sureness {
  const { channel, isAnswered, person, sameDay } = contact
  if (channel !== 'PHONE' || isAnswered !== answered) return undefined
  const calls = sameDay.filter((one) => one.channel === 'PHONE' && one.isAnswered === answered && one.person === person)
  if (calls.length <= most) return undefined
  const isOne = person === 'DEBTOR' && calls.every(({ party }) => party === contact.party)
  return isOne ? 'CLEAR' : 'DEPENDS'
}
