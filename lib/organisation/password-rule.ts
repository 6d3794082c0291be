export type PasswordFault = 'password_short' | 'password_long' | 'password_common'

/**
 * Why a password is not taken: 12 to 128 characters, and none of those that are tried first. A long password that is a
 * well-known word with digits after it, one pattern repeated, a run of the keyboard, or the person's own e-mail is a
 * common one (NIST SP 800-63B, 5.1.1.2).
 */
export function passwordFault(password: string, email = ''): PasswordFault | undefined {
  const length = [...password].length
  if (length < 12) return 'password_short'
  if (length > 128) return 'password_long'
  return isCommon(password.normalize('NFKC').toLowerCase(), email.toLowerCase()) ? 'password_common' : undefined
}

function isCommon(password: string, email: string): boolean {
  const letters = password.replace(/[^\p{L}]/gu, '')
  const name = email.split('@')[0] ?? ''
  return (
    new Set(password).size < 5 ||
    /^(.{1,6})\1+$/u.test(password) ||
    runs.some((run) => run.includes(password)) ||
    triedFirst.has(letters) ||
    (name.length >= 4 && password.replace(name, '').length < 6)
  )
}

const digits = '01234567890123456789'
const keyboard = 'qwertyuiopasdfghjklzxcvbnmqwertyuiop'
const alphabet = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'
const runs = [digits, keyboard, alphabet].flatMap((run) => [run, [...run].reverse().join('')])

/** Letters of passwords that lists of leaked ones begin with, whatever digits and signs are put around them. */
const triedFirst = new Set(
  (
    'password passwort passw0rd pass admin administrator administrators root user guest welcome welcomeback letmein iloveyou ' +
    'iloveyouforever woaini woainima wozuiniubi qwerty qwertyuiop qwertyuiopasdf qazwsx qazwsxedc zaqwsx asdfghjkl asdfgh ' +
    'zxcvbnm abc abcd abcdef abcdefg abcdefgh dragon monkey football baseball basketball sunshine princess superman batman ' +
    'starwars pokemon shadow master michael charlie trustno whatever freedom secret changeme changethis default test ' +
    'testtest testing temporary mypassword newpassword yourpassword thepassword passwordpassword adminadmin rootroot ' +
    'a aa aaa p pw pwd login loginlogin access hello hellohello helloworld goodluck nihao zhongguo beijing shanghai taobao ' +
    'alipay zhifubao weixin parley'
  ).split(' '),
)
