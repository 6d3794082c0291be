import { expect, test } from 'vitest'
import { closingLine, flakyNames, honest, none, one, playwrightCounts, sum, vitestCounts } from './counts.mjs'

test('every check counts as one, and all add up to the closing line', () => {
  const counts = sum([one(true), one(false), { ...none, passed: 40 }])
  expect(closingLine(counts)).toBe('41 passed, 1 failed')
})

test('what was skipped is said, and not among what passed', () => {
  expect(closingLine({ ...none, passed: 3, skipped: 2 })).toBe('2 skipped\n3 passed, 0 failed')
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
  expect(vitestCounts(report)).toEqual({ ...none, passed: 7, failed: 2 })
})

test('a browser test that passed only on a second try is counted apart and told by name', () => {
  const counts = playwrightCounts({ stats: { expected: 9, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] })
  expect(counts).toEqual({ ...none, passed: 9, flaky: 1 })
  expect(closingLine(counts)).toBe('1 passed on a second try only\n9 passed, 0 failed')
  expect(flakyNames('…\n  1 flaky\n    e2e/a.spec.ts:3:1 › it works \n  9 passed (2m)\n')).toBe(
    '    e2e/a.spec.ts:3:1 › it works',
  )
  expect(flakyNames('\n  10 passed (2m)\n')).toBe('')
})

test('more second tries than two in one run are failures', () => {
  const counted = (flaky: number) => playwrightCounts({ stats: { expected: 9, unexpected: 0, flaky, skipped: 0 }, errors: [] })
  expect([counted(2).failed, counted(3).failed]).toEqual([0, 3])
})

test('a browser test that failed on its second try too has failed', () => {
  expect(playwrightCounts({ stats: { expected: 9, unexpected: 1, flaky: 0, skipped: 0 }, errors: [] }).failed).toBe(1)
})

test('a runner that died without a word has failed', () => {
  expect(honest(none, false).failed).toBe(1)
  expect(honest({ ...none, passed: 5, failed: 2 }, false).failed).toBe(2)
  expect(honest({ ...none, passed: 5 }, true).failed).toBe(0)
})
