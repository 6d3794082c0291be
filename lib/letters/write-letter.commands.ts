import { z } from 'zod'
import { contactChannels, locales } from '@/db/vocabulary'
import { lockCase } from '@/lib/cases/scope.queries'
import { logAccess } from '@/lib/core/access-log'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { civilDay, line, optional, paragraphs } from '@/lib/platform/fields'
import { caseKinds, namesIdNumber } from './case-kinds'
import { caseLetter } from './case-letter.queries'
import type { LetterFacts } from './facts'
import { keepAlone } from './keep-letter.commands'
import { chosenPapers } from './letters.queries'
import { goOutOnce } from './send-letter.commands'

const input = z.strictObject({
  caseId: z.uuid(),
  kind: z.enum(caseKinds),
  locale: z.enum(locales).default('zh-CN'),
  reportOn: optional(civilDay).optional(),
  reportNo: line(40).default(''),
  /** One entry, point or choice a line. */
  disputed: paragraphs(1000).default(''),
  correction: paragraphs(1000).default(''),
  points: paragraphs(1000).default(''),
  choices: paragraphs(1000).default(''),
  /** The papers to enclose; left out: all that may go with this letter. */
  enclosed: chosenPapers.optional(),
  /** How it goes out at once; left out where that is recorded later. */
  channel: optional(z.enum(contactChannels)),
  proof: line(200).default(''),
})
type Given = z.output<typeof input>

/**
 * Writes one letter about a case from what is recorded, and keeps its text, template version and fingerprint, whom it is to and
 * what it encloses. What only the writer knows (what a credit report says wrongly, what was talked about) comes along. With a
 * channel it is also recorded as gone out: see `letter.send`.
 * @throws Refusal `rule` {why: 'letter_INCOMPLETE', blanks} where it would have a gap · {why: 'letter_NO_MANDATE'} and the like
 */
export const writeCaseLetter = command({
  name: 'letter.write',
  input,
  async run(work, given) {
    const { kind, locale, channel, proof } = given
    const kase = await lockCase(work, given.caseId)
    const written = await caseLetter(work, kase, { kind, locale, said: saidBy(work, given), chosen: given.enclosed })
    if ('why' in written)
      throw new Refusal('rule', { why: `letter_${written.why}`, blanks: written.findings.map(({ word }) => word) })
    if (namesIdNumber(kind))
      await logAccess(work.tx, work, { kind: 'reveal', what: 'client.idNumber', object: kase.clientId, clientId: kase.clientId })
    const letter = await keepAlone(work, kase, { kind, locale, written })
    if (channel !== null) await goOutOnce(work, kase, letter, { channel, at: null, proof })
    return { caseId: kase.id, letterId: letter.id, hash: letter.hash }
  },
})

function saidBy({ actor, now }: Work, { kind, ...given }: Given): Pick<LetterFacts, 'dispute' | 'advice'> {
  const { reportOn, reportNo, correction } = given
  if (kind === 'ADVICE_CONFIRMATION')
    return { advice: { on: civilDateIn(now, actor.timeZone), points: linesOf(given.points), choices: linesOf(given.choices) } }
  if (kind !== 'CREDIT_DISPUTE' || !reportOn) return {}
  return { dispute: { reportOn, items: linesOf(given.disputed), correction, ...(reportNo && { reportNo }) } }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim().replace(/[;；。.]$/, ''))
    .filter((one) => one !== '')
