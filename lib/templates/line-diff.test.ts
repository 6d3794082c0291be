import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineDiff } from './line-diff'

const signs = { same: ' ', gone: '-', new: '+' }
const shown = (before: string, after: string) => lineDiff(before, after).map(({ kind, text }) => `${signs[kind]}${text}`)

test('a changed sentence of a paragraph shows as one gone and one new', () => {
  expect(shown('本人愿意还款。恳请考虑。\n此致', '本人愿意还款。恳请予以考虑。\n此致')).toEqual([
    ' 本人愿意还款。',
    '-恳请考虑。',
    '+恳请予以考虑。',
    ' 此致',
  ])
})

test('an added paragraph is new and nothing else', () => {
  expect(shown('甲。\n丙。', '甲。\n乙。\n丙。')).toEqual([' 甲。', '+乙。', ' 丙。'])
  expect(shown('', '甲。')).toEqual(['+甲。'])
  expect(shown('One. Two.', 'Two.')).toEqual(['-One.', ' Two.'])
})

test('what is left without the new lines is the old text, and without the gone ones the new text', () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before.join('\n'), after.join('\n'))
      const without = (kind: 'gone' | 'new') => lines.filter((line) => line.kind !== kind).map((line) => line.text)
      expect(without('new')).toEqual(before)
      expect(without('gone')).toEqual(after)
      expect(lines.filter(({ kind }) => kind === 'same')).toHaveLength(commonest(before, after))
    }),
  )
})

/** The longest common subsequence by trying everything, for texts of a few lines. */
const commonest = (a: readonly string[], b: readonly string[]): number => {
  const [first, ...rest] = a
  if (first === undefined || b.length === 0) return 0
  const at = b.indexOf(first)
  const taken = at === -1 ? 0 : 1 + commonest(rest, b.slice(at + 1))
  return Math.max(taken, commonest(rest, b))
}

test('a text of ten thousand lines is not compared line by line, and takes no time', () => {
  const start = performance.now()
  expect(lineDiff('甲\n'.repeat(10_000), '乙\n'.repeat(10_000))).toHaveLength(20_000)
  expect(performance.now() - start).toBeLessThan(500)
})
