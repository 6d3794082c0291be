import { localOf } from '@/lib/contacts/local-instant'
import { messages } from '@/lib/i18n/catalogue'
import { amountText } from '@/lib/letters/wording'
import { type Html, html } from '@/lib/platform/html'
import { money } from '@/lib/platform/money'
import { askedText } from './asked-text'
import { evidenceEntries } from './contents'
import { historyText } from './history-text'
import type { RecordKind } from './retention'
import type { CaseFileFacts } from './text'

type Cell = string | Html
/** A table of the page: a row per record, its cells by the columns' names. */
export type Rows = Record<string, Cell>[]

/** Columns whose cells are figures. */
export const figures: ReadonlySet<string> = new Set([
  ...['principal', 'owed', 'late', 'income', 'fixed', 'flexible', 'reserve', 'disposable', 'instalment', 'amount', 'paid', 'n'],
])

/** The rows of every kind of record, in the reader's language and on the office's clocks. */
export function rowsOf(facts: CaseFileFacts): Record<RecordKind, Rows> {
  return { ...moneyRows(facts), ...evidenceRows(facts), ...proposalRows(facts), ...letterRows(facts), ...peopleRows(facts) }
}

const yuan = (amount: string | null) => (amount === null ? '' : amountText(money(amount)))
const clock =
  ({ actor }: CaseFileFacts) =>
  (at: string | null) =>
    at === null ? '' : localOf(new Date(at), actor.timeZone).replace('T', ' ')
const link = (path: string, text: string) => html`<a href="${path.split('/').map(encodeURIComponent).join('/')}">${text}</a>`

function moneyRows({ records, locale }: CaseFileFacts) {
  const { words } = messages[locale]
  return {
    debts: records.debts.map((debt) => ({
      ...{ contract: debt.contractNumber, product: debt.product, lender: debt.contractLender, principal: yuan(debt.principal) },
      ...{ owed: yuan(debt.owed), due: debt.dueOn ?? '', late: String(debt.daysPastDue ?? '') },
    })),
    statements: records.statements.map(({ number, asOf, income, fixed, flexible, reserve, disposable }) => ({
      ...{ number: String(number), asOf, income: yuan(income), fixed: yuan(fixed), flexible: yuan(flexible) },
      ...{ reserve: yuan(reserve), disposable: yuan(disposable) },
    })),
    hardships: records.hardships.map(({ type, startedOn, expectedEndOn, narrative }) => ({
      ...{ type: words.hardship[type], since: startedOn, until: expectedEndOn ?? '' },
      narrative: narrative ?? messages[locale].people.medicalWithheld,
    })),
    agreements: records.agreements.flatMap(({ ledger }) =>
      ledger.map(({ n, dueOn, amount, paid, paidOn, daysLate }) => ({
        ...{ n: String(n), due: dueOn, amount: yuan(amount), paid: yuan(paid), on: paidOn ?? '', late: String(daysLate || '') },
      })),
    ),
  }
}

function evidenceRows(facts: CaseFileFacts) {
  const { records, locale } = facts
  const [{ words, caseFile, evidence, shell }, at] = [messages[locale], clock(facts)]
  const named = nameOf(facts)
  return {
    evidence: evidenceEntries(records).map(({ item, path, retention }) => ({
      document: [named(item.code), item.label].filter(Boolean).join(' · '),
      status: words.evidenceStatus[item.status],
      covers: item.coversFrom === null ? '' : `${item.coversFrom} – ${item.coversTo ?? ''}`,
      received: at(item.receivedAt),
      file: path === null ? '' : link(path, item.fileName),
      kept: caseFile.retention[retention],
    })),
    requests: records.requests.map(({ code, from, deadline, fulfilledAt }) => ({
      ...{ document: named(code), from: evidence.from[from], deadline: deadline ?? '', done: at(fulfilledAt) },
    })),
    bundles: records.bundles.map(({ number, sentAt, recipient, purpose, items, listHash }) => ({
      ...{ number: String(number), at: at(sentAt), to: recipient, purpose, hash: html`<code>${listHash}</code>` },
      files: items.map((item) => named(item.code)).join(shell.and),
    })),
  }
}

/** What the office calls a kind of document, in the reader's language. */
export const nameOf =
  ({ records: { evidenceTypes }, locale }: Pick<CaseFileFacts, 'records' | 'locale'>) =>
  (code: string) => {
    const type = evidenceTypes.find((one) => one.code === code)
    return (locale === 'en' ? type?.nameEn : type?.nameZh) ?? code
  }

function proposalRows(facts: CaseFileFacts) {
  const { records, letters, locale } = facts
  const [{ words, shell }, at, asked] = [messages[locale], clock(facts), askedText(locale)]
  const letterOf = (number: number) => letters.find((letter) => letter.number === number)?.path
  return {
    proposals: records.proposals.map(({ number, lines, sentAt, outcome }) => {
      const path = letterOf(number)
      return {
        number: String(number),
        asks: asked(lines).join(shell.and),
        instalment: lines.map(({ instalment }) => yuan(instalment)).join(' + '),
        ...{ sent: at(sentAt), outcome: sentAt === null ? '' : words.versionOutcome[outcome] },
        letter: path === undefined ? '' : link(path, path.replace('letters/', '')),
      }
    }),
    decisions: records.decisions.map(({ number, result, decidedOn, reasons, decidedBy, note }) => ({
      ...{ version: String(number), result: words.versionOutcome[result], on: decidedOn, by: decidedBy, note },
      reasons: reasons.map((reason) => words.refusalReason[reason]).join(shell.and),
    })),
    payments: records.payments.map(({ paidOn, amount, verifiedAt, note }) => ({
      ...{ on: paidOn, amount: yuan(amount), verified: at(verifiedAt), note },
    })),
    verifications: records.verifications.map(({ asked, askedOn, answer, answeredOn }) => ({
      ...{ asked, on: askedOn, answer, answeredOn: answeredOn ?? '' },
    })),
  }
}

/** Letters and complaints by themselves; where one tells of health, its file stays outside without a grant. */
function letterRows(facts: CaseFileFacts) {
  const { records, letters, locale } = facts
  const [{ words, caseLetters }, at] = [messages[locale], clock(facts)]
  return {
    letters: records.letters.map(({ id, kind, title, recipient, by, at: written, sent, hash }) => {
      const path = letters.find(({ letterId }) => letterId === id)?.path
      return {
        ...{ kind: kind === null ? '' : words.letterKind[kind], title, to: recipient || caseLetters.toClient },
        ...{ written: at(written), by, sent: sent === null ? '' : `${at(sent.at)} ${words.channel[sent.channel]}` },
        ...{ file: path === undefined ? '' : link(path, path.replace('letters/', '')), hash: html`<code>${hash}</code>` },
      }
    }),
  }
}

function peopleRows(facts: CaseFileFacts) {
  const { records, locale } = facts
  const [{ words, people }, at] = [messages[locale], clock(facts)]
  const say = historyText(locale, records.evidenceTypes)
  return {
    contacts: records.contacts.map(({ at: moment, channel, purpose, summary, promisedReplyBy, by }) => ({
      ...{ at: at(moment), channel: words.channel[channel], purpose: words.contactPurpose[purpose], summary },
      ...{ promised: promisedReplyBy ?? '', by: by ?? '' },
    })),
    consents: records.consents.map(({ purpose, givenAt, channel, withdrawnAt, textVersion }) => ({
      ...{ purpose: words.consent[purpose], given: at(givenAt), channel: people.consentChannel[channel] },
      ...{ withdrawn: at(withdrawnAt), text: textVersion },
    })),
    authorisations: records.authorisations.map(({ agent, matters, validFrom, validTo, signedOn }) => ({
      ...{ agent, matters, from: validFrom, to: validTo ?? '', signed: signedOn },
    })),
    history: records.history.map(({ at: moment, by, event }) => ({ at: at(moment), by: by ?? '', event: say(event) })),
  }
}
