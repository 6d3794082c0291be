import { at, indices } from './numbers'
import type { Column } from './vectors'

/**
 * The places of numbers from the smallest to the largest, equal ones in their own order, gaps (NaN) at an end. Byte by byte, as
 * cards are sorted: no two numbers are compared, so sixty thousand take a few milliseconds.
 */
export function orderOf(values: Column): Uint32Array {
  if (isRising(values)) return indices(values.length)
  const bytes = sortable(values)
  let order: Uint32Array = indices(values.length)
  let spare: Uint32Array = new Uint32Array(values.length)
  for (let byte = 0; byte < 8; byte++) {
    const sizes = pilesOf(bytes, byte)
    // All in one pile: this byte tells nothing apart.
    if (sizes.includes(values.length)) continue
    const starts = startsOf(sizes)
    for (const place of order) {
      const pile = bytes[8 * place + byte] ?? 0
      const start = starts[pile] ?? 0
      spare[start] = place
      starts[pile] = start + 1
    }
    ;[order, spare] = [spare, order]
  }
  return order
}

/** Whether no number is below the one before it, and none is a gap. */
export function isRising(values: Column): boolean {
  for (let i = 1; i < values.length; i++) if (!((values[i] ?? 0) >= (values[i - 1] ?? 0))) return false
  return true
}

/** The bytes of the numbers, the least telling first, so that they sort as the numbers do: negative ones are the other way round. */
function sortable(values: Column): Uint8Array {
  // Adding nothing makes the zero below nothing the same as the other.
  const words = new Uint32Array(values.map((value) => value + 0).buffer)
  for (let high = 1; high < words.length; high += 2) {
    const word = words[high] ?? 0
    const isNegative = word >= signBit
    words[high] = isNegative ? ~word : word + signBit
    if (isNegative) words[high - 1] = ~(words[high - 1] ?? 0)
  }
  return new Uint8Array(words.buffer)
}

const signBit = 0x80000000

/** How many numbers have each value of a byte. */
function pilesOf(bytes: Uint8Array, byte: number): Uint32Array {
  const sizes = new Uint32Array(256)
  for (let spot = byte; spot < bytes.length; spot += 8) add(sizes, bytes[spot] ?? 0)
  return sizes
}

function add(sizes: Uint32Array, pile: number): void {
  sizes[pile] = (sizes[pile] ?? 0) + 1
}

/** Where each pile begins. */
function startsOf(sizes: Uint32Array): Uint32Array {
  const starts = new Uint32Array(sizes.length)
  for (let pile = 1; pile < starts.length; pile++) starts[pile] = at(starts, pile - 1) + at(sizes, pile - 1)
  return starts
}
