/** CNY with thousands separators and the sign ¥ in both languages: `¥93,750.00`, `−¥1,870.00`. */
export function yuan(text: string) {
  const [whole = '0', cents = '00'] = text.replace('-', '').split('.')
  return `${text.startsWith('-') ? '−' : ''}¥${grouped(whole)}.${cents.padEnd(2, '0')}`
}

/** The same without the sign, for columns of a table. */
export const plainYuan = (text: string) => yuan(text).replace('¥', '')

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
