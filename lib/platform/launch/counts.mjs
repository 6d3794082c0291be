// @ts-check

/** `flaky`: passed on a second try only. @typedef {{ passed: number, failed: number, flaky: number, skipped: number }} Counts */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, flaky: 0, skipped: 0 }

/**
 * What a single check counts as.
 * @param {boolean} isRight
 * @returns {Counts}
 */
export const one = (isRight) => ({ passed: isRight ? 1 : 0, failed: isRight ? 0 : 1, flaky: 0, skipped: 0 })

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (total, { passed, failed, flaky, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      flaky: total.flaky + flaky,
      skipped: total.skipped + skipped,
    }),
    none,
  )
}

/**
 * Vitest's JSON report. A file that does not load holds no test to fail, and counts as one.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    flaky: 0,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** More second tries than this in one run are no chance meetings of two tests. */
const mostFlaky = 2

/**
 * Playwright's JSON report. What passed only on a second try has neither passed nor failed, as long as it is rare: two tests met in
 * one office, or the product has a race; it is told by name.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Counts}
 */
export const playwrightCounts = ({ stats: { expected, unexpected, flaky, skipped }, errors }) => {
  const isRare = flaky <= mostFlaky
  const failed = unexpected + errors.length
  return { passed: expected, failed: isRare ? failed : failed + flaky, flaky: isRare ? flaky : 0, skipped }
}

/**
 * A run that failed has at least one failure, whatever its report says or fails to say.
 * @param {Counts} counts
 * @param {boolean} isRight whether the runner ended well
 * @returns {Counts}
 */
export const honest = (counts, isRight) => (isRight || counts.failed > 0 ? counts : { ...counts, failed: 1 })

/** What is said last: what was skipped or passed on a second try only on lines of their own before it. @param {Counts} counts */
export const closingLine = ({ passed, failed, flaky, skipped }) =>
  [
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ...(flaky === 0 ? [] : [`${flaky} passed on a second try only`]),
    `${passed} passed, ${failed} failed`,
  ].join('\n')

/** The tests that passed on a second try only, by name, out of what Playwright printed. @param {string} output */
export const flakyNames = (output) => /\n {2}\d+ flaky\n((?: {4}.*\n)+)/.exec(output)?.[1]?.trimEnd() ?? ''
