// @ts-check

/** A reason to stop that a person can act on: shown as its sentence, without a stack. */
export class Stop extends Error {
  /** @param {string} sentence @param {string} [details] what a command printed, shown above the sentence */
  constructor(sentence, details = '') {
    super(sentence)
    this.name = 'Stop'
    this.details = details
  }
}

/**
 * What any thrown thing says of itself.
 * @param {unknown} error
 */
export const reasonOf = (error) => (error instanceof Error ? error.message : String(error))

/**
 * The error code of Node or PostgreSQL, '' where there is none.
 * @param {unknown} error
 */
export function codeOf(error) {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}
