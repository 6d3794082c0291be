import { getLocale, getTranslations } from 'next-intl/server'
import { pastDay } from '@/app/(portal)/day-in-words'
import { daysBetween } from '@/lib/platform/dates'
import type { PortalStep } from '@/lib/portal/progress'
import type { home } from '@/lib/portal/queries'
import { foremost, isPaperHere, type Turn, turnOf } from '@/lib/portal/turn'

type Home = Awaited<ReturnType<typeof home>>
type Facts = Pick<Home, 'cases' | 'next' | 'sent' | 'today' | 'client'>
type Translate = Awaited<ReturnType<typeof getTranslations<'portal'>>>
type Kase = Home['cases'][number]

export const nameOf = ({ client }: Pick<Home, 'client'>) => client.preferredName || client.name

/** Where the case stands and whose turn it is; `isOwn`: said to the client, else to who helps them. */
export async function Standing({ view, isOwn }: { view: Facts; isOwn: boolean }) {
  const [t, locale, first] = [await getTranslations('portal'), await getLocale(), foremost(view.cases)]
  const words = isOwn ? toClient(t) : toHelper(await getTranslations('delegates'))
  return (
    <>
      <h1>{first === undefined ? t('noCase') : headline(t, words, first, view)}</h1>
      <p className="lead">
        {first === undefined ? t('noCaseText') : lead(words, first, view.next, sentOn(view, first.id, locale))}
        {first !== undefined && usual(t, view, first)}
      </p>
    </>
  )
}

type Lead = PortalStep | 'over' | 'paper' | 'approved' | 'awaitSince'
type Words = {
  headline: (turn: Turn, of: { name: string; creditor: string }) => string
  lead: (lead: Lead, of: { creditor: string; date: string }) => string
}

const toClient = (t: Translate): Words => ({
  headline: (turn, of) => t(`headline.${turn}`, of),
  lead: (key, of) => t(`lead.${key}`, of),
})

const toHelper = (t: Awaited<ReturnType<typeof getTranslations<'delegates'>>>): Words => ({
  headline: (turn, of) => t(`home.headline.${turn}`, of),
  lead: (key, of) => t(`home.lead.${key}`, of),
})

function headline(t: Translate, words: Words, { whoseMove, steps, shortCreditor: creditor }: Kase, view: Facts) {
  const [name, turn] = [nameOf(view), turnOf({ whoseMove, step: currentOf(steps), next: view.next.kind })]
  return view.client.needsCare && turn === 'client' ? t('calm.headline', { name }) : words.headline(turn, { name, creditor })
}

const currentOf = (steps: Kase['steps']) => steps.find(({ state }) => state === 'current')?.step

const sentOn = (view: Facts, caseId: string, locale: Awaited<ReturnType<typeof getLocale>>) => {
  const sent = view.sent.find((version) => version.caseId === caseId)
  return sent === undefined ? undefined : pastDay(sent.sentOn, locale, view.today)
}

function lead(words: Words, kase: Kase, next: Home['next'], date = '') {
  return words.lead(leadOf(kase, next, date !== ''), { creditor: kase.shortCreditor, date })
}

function leadOf({ id, steps, isApproved }: Kase, next: Home['next'], isSent: boolean): Lead {
  const current = currentOf(steps)
  if (current === undefined) return 'over'
  if (isPaperHere(next, id)) return 'paper'
  if (current === 'propose' && isApproved) return 'approved'
  return current === 'await' && isSent ? 'awaitSince' : current
}

/** How long such an answer usually takes, and that this one is within it: nothing where too few have waited before. */
function usual(t: Translate, view: Facts, { id, wait }: Kase) {
  const sent = view.sent.find((version) => version.caseId === id)
  if (wait === null || sent === undefined) return ''
  const day = daysBetween(sent.sentOn, view.today) + 1
  return t(day > wait.high ? 'wait.long' : 'wait.usual', { low: Math.max(1, wait.low), high: Math.max(1, wait.high), day })
}
