import type { Fate } from './carrier'

/**
 * What an error of handing a mail over means. Only an answer to the address or to the mail itself, 5xx, means that this
 * address takes no mail: before that nobody has looked at it. 5.7.x is a policy against us, not a word about the address
 * [RFC 3463], and is tried again.
 */
export function fateOf(error: unknown): Fate {
  const { command = '', responseCode, response = '' } = answerOf(error)
  if (responseCode === undefined || !aboutThisMail.test(command)) return 'unreachable'
  const isForGood = responseCode >= 500 && !/^5\d\d[ -]5\.7\.\d/.test(response)
  return isForGood ? 'refused' : 'put_off'
}

/** RCPT TO names the address; DATA and the answer after it are about the mail. */
const aboutThisMail = /^(RCPT TO|DATA)$/

type Answer = { command?: string; responseCode?: number; response?: string }

/** What nodemailer adds to an error where a server answered. */
const answerOf = (error: unknown): Answer => {
  if (typeof error !== 'object' || error === null) return {}
  const [command, responseCode, response] = ['command', 'responseCode', 'response'].map((name) => Reflect.get(error, name))
  return {
    ...(typeof command === 'string' && { command }),
    ...(typeof responseCode === 'number' && { responseCode }),
    ...(typeof response === 'string' && { response }),
  }
}
