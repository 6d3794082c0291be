import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchText, searchWords, sortKey, syllables } from './pinyin'

const finds = (name: string, query: string, extra: string[] = []) =>
  searchWords(query).every((word) => searchText(name, extra).includes(` ${word}`))

test.each([
  ['张三', 'zs'],
  ['张三', 'zhangsan'],
  ['张三', 'zhang'],
  ['张三', 'Zhang San'],
  ['张三', '三'],
  ['张伟明', '伟明'],
  ['张伟明', 'wm'],
  ['张伟明', 'weiming'],
  ['張偉明', 'zwm'],
  ['吕布', 'lvbu'],
  ['吕布', 'lubu'],
  ['吕布', 'lyu'],
  ['古丽米热·艾比布力', '艾比'],
  ['古丽米热·艾比布力', '古丽米热•艾比'],
  ['古丽米热·艾比布力', 'glmr'],
  ['古丽米热·艾比布力', 'aibibuli'],
  ['欧阳䮌', '䮌'],
  ['欧阳䮌', 'ouyang'],
  ['𠮷田', '𠮷'],
  ['𠮷田', 'tian'],
  ['John Smith', 'smith'],
  ['John Smith', 'john sm'],
  ['王小Ａ', '小a'],
])('%s is found by %s', (name, query) => {
  expect(finds(name, query)).toBe(true)
})

test('words start at their beginning: 张三 is not found by hang', () => {
  expect(finds('张三', 'hang')).toBe(false)
  expect(finds('张三', '李')).toBe(false)
})

test('other words are found too: the case number and the last digits of a phone', () => {
  expect(finds('张三', 'xs-0001', ['XS-0001', '5678'])).toBe(true)
  expect(finds('张三', '5678 zs', ['XS-0001', '5678'])).toBe(true)
})

describe('surnames are read as surnames', () => {
  test.each([
    ['单', 'shan', 'dan'],
    ['曾', 'zeng', 'ceng'],
    ['解', 'xie', 'jie'],
    ['仇', 'qiu', 'chou'],
    ['查', 'zha', 'cha'],
    ['任', 'ren', 'ren'],
    ['朴', 'piao', 'pu'],
    ['缪', 'miao', 'miu'],
  ])('%s is %s, and who says %s finds the person as well', (surname, right, common) => {
    expect(syllables(`${surname}明`)).toEqual([right, 'ming'])
    expect(finds(`${surname}明`, `${right}ming`)).toBe(true)
    expect(finds(`${surname}明`, `${common}ming`)).toBe(true)
  })

  test('double surnames too', () => {
    expect(syllables('尉迟恭')).toEqual(['yu', 'chi', 'gong'])
    expect(syllables('万俟雪')).toEqual(['mo', 'qi', 'xue'])
  })
})

test('people are sorted as they sound, not by code point', () => {
  const names = ['张三', '曾国', '王五', '安东', '单杰']
  expect(names.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(['安东', '单杰', '王五', '曾国', '张三'])
})

test('a query cannot carry wildcards', () => {
  expect(searchWords('%zs_ \\')).toEqual(['zs'])
})

test('no name, however odd, makes the search text fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (name) => {
      expect(searchText(name)).toMatch(/^( \S+)*$/u)
    }),
  )
  expect(searchText('')).toBe('')
})
