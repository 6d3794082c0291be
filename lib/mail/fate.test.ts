import { expect, test } from 'vitest'
import { fateOf } from './fate'

/** An error as nodemailer tells of an answer. */
const answer = (command: string, response: string) =>
  Object.assign(new Error(response), { command, responseCode: Number.parseInt(response, 10), response })

test.each([
  ['RCPT TO', '550 5.1.1 no such user', 'refused'],
  ['RCPT TO', '552 5.2.2 mailbox full', 'refused'],
  ['DATA', '554 no valid recipients', 'refused'],
  ['RCPT TO', '451 4.7.1 greylisted, come back later', 'put_off'],
  ['DATA', '452 4.3.1 insufficient storage', 'put_off'],
  // A word about us, not about the address.
  ['RCPT TO', '554 5.7.1 relay access denied', 'put_off'],
  ['RCPT TO', '550-5.7.26 unauthenticated sender', 'put_off'],
  // Nobody has looked at the address yet.
  ['AUTH PLAIN', '535 5.7.8 authentication failed', 'unreachable'],
  ['MAIL FROM', '550 sender not allowed', 'unreachable'],
  ['CONN', '554 no service', 'unreachable'],
])('%s answered %s: %s', (command, response, fate) => expect(fateOf(answer(command, response))).toBe(fate))

test.each([
  [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET', command: 'CONN' })],
  [Object.assign(new Error('Connection closed'), { code: 'ECONNECTION', command: 'DATA' })],
  [undefined],
])('without an answer the mail server is not to be reached', (error) => expect(fateOf(error)).toBe('unreachable'))
