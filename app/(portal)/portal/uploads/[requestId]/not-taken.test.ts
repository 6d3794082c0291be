import { expect, test } from 'vitest'
import { filesIn, linesOf } from './not-taken'

test('which files were refused, and why each, is there on the next page', () => {
  const files = [
    { name: '工资单 11 月.heic', word: 'heic' },
    { name: '流水.pdf', word: 'encrypted' },
  ]
  expect(filesIn(linesOf(files))).toEqual(files)
  expect(filesIn(linesOf([{ name: '一\n二.pdf', word: 'damaged' }]))).toEqual([{ name: '一 二.pdf', word: 'damaged' }])
  expect(filesIn('')).toEqual([])
})

test('long names are shortened and keep their end, and of very many there is room for the first', () => {
  const long = Array.from({ length: 40 }, (_, at) => ({ name: `${at}${'图'.repeat(80)}.heic`, word: 'unsupported_type' }))
  const lines = linesOf(long)
  expect(lines.length).toBeLessThanOrEqual(1000)
  expect(filesIn(lines)).toHaveLength(15)
  expect(filesIn(lines)[0]?.name).toMatch(/^0图+….heic$/)
})
