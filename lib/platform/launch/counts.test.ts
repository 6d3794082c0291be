import { expect, test } from 'vitest'
import { closingLine, honest, none, one, playwrightCounts, sum, vitestCounts } from './counts.mjs'

test('every check counts as one, and all add up to the closing line', () => {
  const counts = sum([one(true), one(false), { passed: 40, failed: 0, skipped: 0 }])
  expect(closingLine(counts)).toBe('41 passed, 1 failed')
})

test('what was skipped is said, and not among what passed', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 2 })).toBe('2 skipped\n3 passed, 0 failed')
})

test('a test file that does not load counts as a failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ],
  }
  expect(vitestCounts(report)).toEqual({ passed: 7, failed: 2, skipped: 0 })
})

test('a browser test that passed only on a second try has not passed', () => {
  expect(playwrightCounts({ stats: { expected: 9, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] })).toEqual({
    passed: 9,
    failed: 1,
    skipped: 0,
  })
})

test('a runner that died without a word has failed', () => {
  expect(honest(none, false).failed).toBe(1)
  expect(honest({ passed: 5, failed: 2, skipped: 0 }, false).failed).toBe(2)
  expect(honest({ passed: 5, failed: 0, skipped: 0 }, true).failed).toBe(0)
})
