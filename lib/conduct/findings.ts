import type { ProductType } from '@/db/vocabulary'
import { civilDateIn } from '@/lib/platform/dates'
import { type ConductRule, type Contacted, conductRules, type Instrument, instruments, ruleTable } from './rules'

/** A contact as it was logged. */
export type Logged = Omit<Contacted, 'day' | 'hour' | 'sameDay'> & { id: string; at: Date }

/** A rule a contact breaks: by which instrument, how certain its text is (A to C), and whether more would have to be known. */
export type Finding = {
  rule: ConductRule
  instrument: Instrument
  certainty: 'A' | 'B' | 'C'
  sureness: 'CLEAR' | 'DEPENDS'
  /** A letter can name this rule. */
  citable: boolean
}

type Setting = { timeZone: string; productType: ProductType }

/** Which rules each contact breaks, by its id. Rules count from the day they came into force, for the products they cover. */
export function findingsOf(contacts: readonly Logged[], setting: Setting): Map<string, Finding[]> {
  const inOrder = contacts
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
    .map((contact) => ({
      ...contact,
      day: civilDateIn(contact.at, setting.timeZone),
      hour: hourIn(contact.at, setting.timeZone),
    }))
  return new Map(
    inOrder.map((contact, index) => {
      const sameDay = inOrder.slice(0, index + 1).filter(({ day }) => day === contact.day)
      return [contact.id, conductRules.flatMap((rule) => findingOf(rule, { ...contact, sameDay }, setting) ?? [])]
    }),
  )
}

function findingOf(rule: ConductRule, contact: Contacted, { productType }: Setting): Finding | undefined {
  const { instrument, breaks } = ruleTable[rule]
  const { from, certainty, citation } = instruments[instrument]
  const products: readonly ProductType[] = instruments[instrument].products
  if (contact.day < from || !products.includes(productType)) return undefined
  const found = breaks(contact)
  if (found === undefined) return undefined
  return { rule, instrument, certainty, sureness: binds(instrument, productType) ? found : 'DEPENDS', citable: citation !== null }
}

/** The banking association's guide is for banks: for another lender it depends on whether that lender follows it. */
const bankProducts: ReadonlySet<ProductType> = new Set(['BANK_LOAN', 'CREDIT_CARD'])
const binds = (instrument: Instrument, product: ProductType) => instrument !== 'CBA_2026' || bankProducts.has(product)

const hourIn = (at: Date, timeZone: string) =>
  Number.parseInt(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at), 10)
