/**
 * Sums of amounts as they travel ('93750.50', two decimals, CNY), exact in whole fen. For the browser, which need not carry
 * a decimal library to keep a total; everything else works with money.ts.
 */
export const sumText = (a: string, b: string) => textOf(fenOf(a) + fenOf(b))
/** As `sumText`, taking the second away. */
export const differenceText = (a: string, b: string) => textOf(fenOf(a) - fenOf(b))

const fenOf = (text: string) => BigInt(text.replace('.', ''))

function textOf(fen: bigint) {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
