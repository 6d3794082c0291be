/** A stream of chance that a text decides wholly: the same text gives the same office, on every machine. */
export type Chance = {
  /** At least 0 and below 1. */
  fraction(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  /** One of the keys, as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key
  happens(probability: number): boolean
  uuid(): string
}

export function chance(text: string): Chance {
  const next = sfc32(text)
  const fraction = () => next() / 2 ** 32
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  return {
    fraction,
    whole,
    pick: (list) => first(list.slice(whole(0, list.length - 1))),
    weighted: (weights) => drawn(weights, fraction()),
    happens: (probability) => fraction() < probability,
    uuid: () => uuidOf(next(), next(), next(), next()),
  }
}

function first<T>([item]: readonly T[]): T {
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

function drawn<Key extends string>(weights: Readonly<Record<Key, number>>, fraction: number): Key {
  const keys = keysOf(weights)
  let left = fraction * keys.reduce((sum, key) => sum + weights[key], 0)
  for (const key of keys) {
    left -= weights[key]
    if (left < 0) return key
  }
  return first(keys)
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, number>>): Key[] => {
  const isKey = (name: string): name is Key => name in record
  return Object.keys(record).filter(isKey)
}

/** Chris Doty-Humphrey's small fast counter generator, 128 bits of state, seeded by hashing the text. */
function sfc32(text: string): () => number {
  let [a, b, c, d] = [hash(text, 1), hash(text, 2), hash(text, 3), 1]
  const next = () => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

/** FNV-1a over the text, begun differently for each part of the state. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return Math.imul(value ^ (value >>> 15), 0x85ebca6b)
}

const hex = (word: number) => word.toString(16).padStart(8, '0')

/** 122 bits of chance in the shape of a version 4 UUID. */
function uuidOf(...words: number[]): string {
  const digits = words.map(hex).join('')
  const [a, b, c, d, e] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16), digits.slice(17, 20), digits.slice(20)]
  return `${a}-${b}-4${c}-a${d}-${e}`
}
