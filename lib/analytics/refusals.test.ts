import { expect, test } from 'vitest'
import { rules } from '@/lib/analysis/rules'
import { messages } from '@/lib/i18n/catalogue'
import { refusals } from './refusals'
import { smallest } from './small-cells'

/** Every situation in which the analytics has to refuse, by the threshold or the sentence on the method page that says so. */
const situations: [string, readonly (keyof typeof rules)[], readonly string[]][] = [
  ['too few approved, refused or decided', ['decided', 'perOutcome'], []],
  ['a level or a cell that is too small', ['perLevel', 'perCell'], []],
  ['a cell of a few people', [], ['smallCells']],
  ['too few events for a model', ['eventsPerParameter'], []],
  ['events for a penalised model only', ['eventsPerParameterForMl'], []],
  ['separation', [], ['separation']],
  ['a factor recorded after the decision', ['leakageAuc'], ['knownAfter']],
  ['what belongs to the creditor', ['clusters'], []],
  ['several proposals of one client', ['copies'], ['sameClient']],
  ['what cannot be told from chance', ['falseDiscovery'], []],
  ['strata that disagree, or say the opposite', ['heterogeneity'], ['reversal']],
  ['a probability for one client', [], ['perClient']],
  ['sensitive traits', [], ['sensitive']],
]

test.each(situations)('the method page tells what is refused of %s', (_, thresholds, others) => {
  for (const { analysis, analytics } of [messages['zh-CN'], messages.en]) {
    for (const name of thresholds) expect(analysis.rules[name]).toContain('{value}')
    const told: Record<string, string> = analytics.refusals
    for (const name of others) expect(told[name]).toBeTruthy()
  }
  expect(Object.keys(rules)).toEqual(expect.arrayContaining([...thresholds]))
  expect([...refusals]).toEqual(expect.arrayContaining([...others]))
})

test('and the limits of privacy are those that are kept, not figures typed beside them', () => {
  for (const { analytics } of [messages['zh-CN'], messages.en])
    for (const sentence of [analytics.refusals.smallCells, analytics.counted.hidden]) {
      expect(sentence).toContain('{team}')
      expect(sentence).toContain('{outside}')
      expect(sentence).not.toMatch(new RegExp(`\\b${smallest.outside}\\b`))
    }
})
