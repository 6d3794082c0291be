import { type Money, toText } from './money'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/**
 * The amount in the capital characters that Chinese instruments require: 93750.00 → 玖万叁仟柒佰伍拾元整. Follows the
 * People's Bank rules for filling in bills (支付结算办法, annex 1): 整 after 元, none after 角 or 分, one 零 for a run of
 * zeros between digits. Up to 9999 万亿; larger amounts throw.
 */
export function rmbUpper(amount: Money): string {
  const [whole = '', cents = ''] = toText(amount.abs()).split('.')
  const sign = amount.lt(0) && `${whole}${cents}` !== '000' ? '负' : ''
  return sign + spell(whole, cents)
}

function spell(whole: string, cents: string): string {
  const yuan = whole === '0' ? '' : `${wholeYuan(whole)}元`
  if (cents === '00') return `${yuan || '零元'}整`
  return yuan + jiaoAndFen(cents, yuan !== '')
}

function jiaoAndFen(cents: string, afterYuan: boolean): string {
  const [jiao = '0', fen = '0'] = cents
  const spelledJiao = jiao === '0' ? (afterYuan ? '零' : '') : `${digitOf(jiao)}角`
  return spelledJiao + (fen === '0' ? '' : `${digitOf(fen)}分`)
}

function wholeYuan(whole: string): string {
  if (whole.length > 16) throw new Error('rmbUpper: amount too large')
  const padded = whole.padStart(16, '0')
  const fours = [0, 4, 8, 12].map((start) => padded.slice(start, start + 4))
  const spelled = fours.map((four, index) => group(four, groups[3 - index] ?? '')).join('')
  // 万亿 is only written where the group of 亿 is empty: 1_2345_0000_0000 is 壹万贰仟叁佰肆拾伍亿.
  const joined = fours[1] === '0000' ? spelled : spelled.replace('万亿', '万')
  return joined.replace(/零+/g, '零').replace(/^零|零$/g, '')
}

/** Four digits with their places; a leading zero stays as 零 and is merged with its neighbours by the caller. */
function group(four: string, unit: string): string {
  if (four === '0000') return '零'
  const spelled = [...four].map((digit, index) => (digit === '0' ? '零' : digitOf(digit) + (places[3 - index] ?? ''))).join('')
  return spelled.replace(/零+$/, '') + unit
}

const digitOf = (digit: string): string => digits.charAt(Number.parseInt(digit, 10))
