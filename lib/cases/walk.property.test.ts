import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseStage, caseStages, closingOutcomes, fallbackReasons, openStages, triageResults } from '@/db/vocabulary'
import { type CaseFacts, missing, nothingKnown } from './guards'
import { needsOf, type Step, stages } from './stages'

fc.configureGlobal({ numRuns: 300 })

const yesNo = fc.boolean()
const count = fc.integer({ min: 0, max: 2 })
const day = fc.option(fc.constant('2026-12-05'))

/** Whatever can be recorded about a case, in any combination, also those that should not come about. */
const anyFacts: fc.Arbitrary<CaseFacts> = fc.record({
  ...{ consentGiven: yesNo, identityKnown: yesNo, debts: count, triage: fc.option(fc.constantFrom(...triageResults)) },
  ...{ hardships: count, statements: count, authorityInForce: yesNo, versionComplete: yesNo, limitationAnswered: yesNo },
  ...{ supervisorChecks: yesNo, supervisorChecked: yesNo, clientApproved: yesNo, truthDeclared: yesNo, sentWithProof: yesNo },
  ...{ factorsFrozen: yesNo, awaitsAnswer: yesNo, expectedReplyBy: day, creditorRequests: count, nearestDeadline: day },
  ...{ counterTermsRecorded: yesNo, answeredYes: yesNo, confirmationOnFile: yesNo, receiptSigned: yesNo },
  ...{ agreementOverridden: yesNo, agreementRuns: yesNo, nextInstalmentOn: day },
  ...{ agreementKept: yesNo, agreementBroken: yesNo, wasSent: yesNo, wasRefused: yesNo },
  ...{ fallbackReason: fc.option(fc.constantFrom(...fallbackReasons)), closing: fc.constant(null), reason: fc.constant('') },
})

/** What whoever moves the case can say with the move, one way of saying it after the other. */
const sayings = closingOutcomes.map((outcome) => ({
  closing: { outcome, reason: '客户不再需要', summary: '已告知客户' },
  reason: '情况有变',
  fallbackReason: fallbackReasons[0],
}))

const isOpen = (step: Step, facts: CaseFacts) =>
  sayings.some((said) => missing(needsOf(step), { ...facts, ...said }).length === 0)

/** Where a case may go from here with these facts and nothing more than words. */
const waysOut = (from: CaseStage, facts: CaseFacts) => stages[from].next.filter((to) => isOpen({ from, to }, facts))

test('whatever is recorded about an open case, words alone lead out of its stage, in the end to its closing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...openStages), anyFacts, (from, facts) => {
      expect(waysOut(from, facts)).toContain('CLOSED')
    }),
  )
})

test('a case that wanders at random never comes to a stage without a way out', () => {
  const path = fc.array(fc.tuple(anyFacts, fc.nat()), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(path, (steps) => {
      let stage: CaseStage = 'INTAKE'
      for (const [facts, choice] of steps) {
        // A closed case is taken up again only where the client agrees to it.
        const ways = waysOut(stage, stage === 'CLOSED' ? { ...facts, consentGiven: true } : facts)
        expect({ stage, ways: ways.length }).not.toEqual({ stage, ways: 0 })
        stage = ways[choice % ways.length] ?? stage
      }
    }),
  )
})

test('with everything recorded every move of the table is open but those that contradict it', () => {
  const all: CaseFacts = {
    ...{ ...nothingKnown, consentGiven: true, identityKnown: true, debts: 1, triage: 'NEGOTIATE', hardships: 1, statements: 1 },
    ...{ authorityInForce: true, versionComplete: true, limitationAnswered: true, clientApproved: true, truthDeclared: true },
    ...{ sentWithProof: true, factorsFrozen: true, creditorRequests: 1, counterTermsRecorded: true, answeredYes: true },
    ...{ confirmationOnFile: true, receiptSigned: true },
  }
  for (const stage of caseStages) expect(waysOut(stage, all)).toEqual(stages[stage].next)
})
