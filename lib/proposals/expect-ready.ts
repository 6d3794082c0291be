import type { CaseStage } from '@/db/vocabulary'
import { Refusal } from '@/lib/core/refusal'
import type { Finding } from '@/lib/letters/lint'
import { consentNeeds, guardOf, lackingOf, type SendingNeed, type Standing, senseNeeds, wordNeeds } from './readiness'

type Stand = { standing: Standing; findings: readonly Finding[]; factsChanged: boolean }

/**
 * Lets a version go on only with everything in place.
 * @throws Refusal `invalid` {fields} for words that are missing · `rule` {why: 'letter', findings} · `rule`
 * {why: one of `senseNeeds`} for a request that makes no sense · {why: 'consent_lacking', lacking} where the client has not agreed · {why: 'facts_changed'} where the letter no longer says what is recorded · `guard_missing` {missing, to}
 */
export function expectReady(
  { standing, findings, factsChanged }: Stand,
  { to, except = new Set() }: { to: CaseStage; except?: ReadonlySet<SendingNeed> },
) {
  const lacking = lackingOf(standing).filter((need) => !except.has(need))
  const missing = lacking.flatMap((need) => guardOf[need] ?? [])
  if (missing.length > 0) throw new Refusal('guard_missing', { missing, to, canOverride: false })
  expectSense(standing)
  const consents = consentNeeds.filter((need) => lacking.includes(need))
  if (consents.length > 0) throw new Refusal('rule', { why: 'consent_lacking', lacking: consents })
  const words = wordNeeds.filter((need) => lacking.includes(need))
  if (words.length > 0) throw new Refusal('invalid', { fields: Object.fromEntries(words.map((need) => [need, ['required']])) })
  if (findings.length > 0) throw new Refusal('rule', { why: 'letter', findings })
  if (factsChanged) throw new Refusal('rule', { why: 'facts_changed' })
}

/**
 * Lets only a request on that makes sense as it stands.
 * @throws Refusal `rule` {why: one of `senseNeeds`}
 */
export function expectSense(standing: Standing) {
  const lacking = lackingOf(standing)
  const senseless = senseNeeds.find((need) => lacking.includes(need))
  if (senseless !== undefined) throw new Refusal('rule', { why: senseless })
}
