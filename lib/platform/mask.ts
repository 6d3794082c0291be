/**
 * A person's name with the surname kept: 张三 → 张*, 张伟明 → 张**, 欧阳娜娜 → 欧阳**, 古丽米热·艾比布力 → 古丽**·艾**.
 * At most two stars, so that the length is not told. Counts characters, not UTF-16 units, so 𠮷田 → 𠮷*.
 */
export function maskName(name: string): string {
  const segments = name
    .normalize('NFC')
    .trim()
    .split(/\s*[·•・‧]\s*/u)
  if (segments.length > 1) return segments.map(maskSegment).join('·')
  return /^\p{Script=Latin}/u.test(name.trim()) ? maskLatin(name.trim()) : maskChinese([...(segments[0] ?? '')])
}

/** 13812345678 → 138****5678; a country code or a shorter number keeps only its last four digits. */
export function maskPhone(phone: string): string {
  const digits = digitsOf(phone)
  const mobile = /^(?:86)?(1\d{10})$/.exec(digits)?.[1]
  return mobile ? `${mobile.slice(0, 3)}****${mobile.slice(-4)}` : `****${tail(digits)}`
}

/** 110105194912310021 → 110***********0021: the province and the last four characters stay. */
export function maskIdNumber(idNumber: string): string {
  const plain = [...idNumber.normalize('NFKC').trim().toUpperCase()]
  if (plain.length < 12) return `****${plain.slice(-2).join('')}`
  return `${plain.slice(0, 3).join('')}${'*'.repeat(plain.length - 7)}${plain.slice(-4).join('')}`
}

/** 6222020200112233445 → **** 3445. */
export const maskBankCard = (card: string): string => `**** ${tail(digitsOf(card))}`

const compoundSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 ' +
    '慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 ' +
    '令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 贺兰 纳兰 歐陽 司馬 諸葛 東方 獨孤 聞人 鍾離 長孫'
  ).split(' '),
)

function maskChinese(characters: string[]): string {
  const compound = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join(''))
  const kept = compound ? 2 : 1
  return characters.slice(0, kept).join('') + stars(characters.length - kept)
}

/** The first part of a transliterated name keeps two characters where it has four, later parts keep one. */
function maskSegment(segment: string, position: number): string {
  const characters = [...segment]
  const kept = position === 0 && characters.length > 3 ? 2 : 1
  return characters.slice(0, kept).join('') + stars(characters.length - kept)
}

const maskLatin = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => `${[...word][0] ?? ''}**`)
    .join(' ')

const stars = (hidden: number): string => '*'.repeat(Math.min(2, Math.max(1, hidden)))
const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')
/** The last four digits of a number long enough to hide the rest. */
const tail = (digits: string): string => (digits.length > 6 ? digits.slice(-4) : digits.slice(-2))
