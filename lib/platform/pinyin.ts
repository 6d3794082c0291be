import { pinyin as readAloud } from 'pinyin-pro'

/** How a name is read: one syllable a character, without tones (ü as v), the surname as a surname: 单 shan, 曾 zeng, 查 zha. */
export const syllables = (name: string): string[] => known(plain(name), 'head')

/** For sorting people by how their names sound: 'zhang wei ming'; a character without a known reading keeps its place as itself. */
export const sortKey = (name: string): string => (name ? read(plain(name), 'head').join(' ') : '')

/**
 * What a person is found by, as lower-case words with a space before each, so that `like '% ' || word || '%'` finds the
 * beginning of any of them: the name, its tail from each character on, pinyin and initials of the same, and `extra` words.
 */
export function searchText(name: string, extra: readonly string[] = []): string {
  const whole = plain(name)
  const words = [whole, ...latinWords(name), ...tails([...whole]), ...soundWords(whole), ...extra.flatMap(searchWords)]
  return [...new Set(words.filter(Boolean))].map((word) => ` ${word}`).join('')
}

/** A query as the words it has to match, each at the beginning of a word of `searchText`; wildcards of LIKE are left out. */
export const searchWords = (query: string): string[] => folded(query).split(/\s+/).map(compact).filter(Boolean)

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

// The middle dot of transliterated names is typed in six ways or not at all, so it does not count.
const compact = (word: string): string => word.replace(/[\s·•・‧．∙%_\\]/gu, '')

const plain = (name: string): string => compact(folded(name))

type Reading = 'head' | 'off'

const read = (name: string, surname: Reading): string[] =>
  readAloud(name, { toneType: 'none', type: 'array', v: true, surname, traditional: true })

const isSyllable = (text: string): boolean => /^[a-z]+$/.test(text)

const known = (name: string, surname: Reading): string[] => (name ? read(name, surname).filter(isSyllable) : [])

// Somebody who reads 单 as dan, or writes lü as lu or lyu, shall find the person too.
function soundWords(name: string): string[] {
  if (!/\p{Script=Han}/u.test(name)) return []
  const readings = [known(name, 'head'), known(name, 'off')]
  return readings.flatMap((sounds) => [...spellings(sounds), ...tails(sounds.map((sound) => sound.charAt(0)))])
}

function spellings(sounds: readonly string[]): string[] {
  const spelled = tails(sounds)
  return spelled.some((word) => /[ln]v/.test(word))
    ? [...spelled, ...['u', 'yu'].flatMap((vowel) => spelled.map(without(vowel)))]
    : spelled
}

const without = (vowel: string) => (word: string) => word.replace(/([ln])v/g, `$1${vowel}`)

const latinWords = (name: string): string[] => (/\p{Script=Latin}/u.test(name) ? searchWords(name) : [])

const tails = (parts: readonly string[]): string[] => parts.map((_, index) => parts.slice(index).join(''))
