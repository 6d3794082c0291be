import type { ReliefLine } from '@/db/schema/proposals'
import { type Locale, type limitationAnswers, type ReliefType, reliefTypes, type Treatment } from '@/db/vocabulary'
import { parseMoney, toText } from '@/lib/platform/money'
import type { AskedLine } from '@/lib/proposals/work-out'
import { reliefInput } from '@/lib/relief/quote-input'
import { type FieldKind, reliefFields } from './relief-fields'

/** What is typed for one loan note: which reliefs are ticked, and their parameters as text, also of those unticked again. */
export type LineDraft = { on: ReliefType[]; params: Partial<Record<ReliefType, Record<string, string>>>; treatment: Treatment }

/** Everything a draft holds on the screen, as typed. */
export type Draft = {
  lines: Record<string, LineDraft>
  letterLocale: Locale
  sourceOfFunds: string
  whatChanged: string
  ratedWillingness: number | null
  limitationAnswer: LimitationAnswer | ''
}

type LimitationAnswer = (typeof limitationAnswers)[number]
export type Change = (draft: Draft) => Draft

const empty: LineDraft = { on: [], params: {}, treatment: 'FIRST_INSTALMENT' }

export const lineOf = (draft: Draft, debtId: string): LineDraft => draft.lines[debtId] ?? empty

const changeLine =
  (debtId: string, change: (line: LineDraft) => LineDraft): Change =>
  (draft) => ({ ...draft, lines: { ...draft.lines, [debtId]: change(lineOf(draft, debtId)) } })

/** Ticks or unticks a relief; the one that sets the number of instalments another way gives way. */
export const toggle = (debtId: string, type: ReliefType, start: Record<string, string>): Change =>
  changeLine(debtId, (line) => {
    if (line.on.includes(type)) return { ...line, on: line.on.filter((one) => one !== type) }
    const kept = line.on.filter((one) => !rivals(type).includes(one))
    return { ...line, on: [...kept, type], params: { ...line.params, [type]: line.params[type] ?? start } }
  })

export const setParam = (debtId: string, type: ReliefType, param: Record<string, string>): Change =>
  changeLine(debtId, (line) => ({ ...line, params: { ...line.params, [type]: { ...line.params[type], ...param } } }))

export const setTreatment = (debtId: string, treatment: Treatment): Change =>
  changeLine(debtId, (line) => ({ ...line, treatment }))

/** Puts one relief in the place of those that answer the same question: a goal was named. */
export const answerGoal = (debtId: string, relief: ReliefLine): Change =>
  changeLine(debtId, (line) => {
    const { type } = relief
    const kept = line.on.filter((one) => one !== type && !aboutLength.includes(one))
    return { ...line, on: [...kept, type], params: { ...line.params, [type]: typedOf(relief) } }
  })

const aboutLength: readonly ReliefType[] = ['TERM_EXTENSION', 'INSTALMENT_PLAN', 'LOWER_INSTALMENT']
const rivals = (type: ReliefType): readonly ReliefType[] =>
  type === 'TERM_EXTENSION' ? ['INSTALMENT_PLAN'] : type === 'INSTALMENT_PLAN' ? ['TERM_EXTENSION'] : []

/** A kept line as it is typed. */
export const draftOfLine = ({ reliefs: lines, treatment }: AskedLine): LineDraft => ({
  on: lines.map(({ type }) => type),
  params: Object.fromEntries(lines.map((line) => [line.type, typedOf(line)])),
  treatment,
})

/** A whole offer in the place of everything asked so far; the words stay. */
export const takeOffer =
  (lines: readonly AskedLine[]): Change =>
  (draft) => ({ ...draft, lines: Object.fromEntries(lines.map((line) => [line.debtId, draftOfLine(line)])) })

function typedOf({ type, ...params }: ReliefLine): Record<string, string> {
  const texts = Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))
  const typed = Object.fromEntries(texts)
  if (!type.startsWith('WAIVE_')) return typed
  const isAmount = typed['amount'] !== undefined
  return { unit: isAmount ? 'amount' : 'percent', share: typed['amount'] ?? typed['percent'] ?? '' }
}

/** What is ticked and complete, ready to be worked out; a relief that is not complete yet is left out and named. */
export function askedOfDraft(
  draft: Draft,
  debtIds: readonly string[],
): { lines: AskedLine[]; faulty: Record<string, ReliefType[]> } {
  const read = debtIds.map((debtId) => {
    const { treatment, ...line } = lineOf(draft, debtId)
    const types = reliefTypes.filter((type) => line.on.includes(type))
    const known = types.map((type) => [type, reliefOf(type, line.params[type] ?? {})] as const)
    const complete = known.flatMap(([, relief]) => (relief === undefined ? [] : [relief]))
    return {
      debtId,
      treatment,
      reliefs: complete,
      faulty: known.filter(([, relief]) => relief === undefined).map(([type]) => type),
    }
  })
  return {
    lines: read.filter((line) => line.reliefs.length > 0).map(({ faulty: _, ...line }) => line),
    faulty: Object.fromEntries(read.map(({ debtId, faulty }) => [debtId, faulty])),
  }
}

/** The first loan note with something ticked that is not complete: left out, the proposal would go on asking for less. */
export const faultyNote = (debtIds: readonly string[], faulty: Record<string, readonly ReliefType[]>): string | undefined =>
  debtIds.find((debtId) => (faulty[debtId] ?? []).length > 0)

/** A relief out of what is typed; undefined while something is missing or is no number. */
export function reliefOf(type: ReliefType, typed: Record<string, string>): ReliefLine | undefined {
  const params = Object.fromEntries(reliefFields[type].flatMap(({ name, kind }) => plainParam(name, kind, typed)))
  return reliefInput.safeParse({ type, ...params }).success ? { type, ...params } : undefined
}

type Param = [name: string, value: string | number]

function plainParam(name: string, kind: FieldKind, typed: Record<string, string>): Param[] {
  const text = (typed[name] ?? '').normalize('NFKC').trim()
  return text === '' ? [] : readers[kind](name, text, typed)
}

const asText = (name: string, text: string): Param[] => [[name, text]]
const asMoney = (name: string, text: string): Param[] => {
  const amount = parseMoney(text)
  return amount === undefined ? [] : [[name, toText(amount)]]
}
const asPercent = (name: string, text: string): Param[] => [[name, text.replace(/\s*%$/, '')]]

const readers: Record<FieldKind, (name: string, text: string, typed: Record<string, string>) => Param[]> = {
  count: (name, text) => (/^\d{1,3}$/.test(text) ? [[name, Number.parseInt(text, 10)]] : []),
  money: asMoney,
  percent: asPercent,
  share: (_, text, { unit }) => (unit === 'amount' ? asMoney('amount', text) : asPercent('percent', text)),
  date: asText,
  interest: asText,
  text: asText,
}
