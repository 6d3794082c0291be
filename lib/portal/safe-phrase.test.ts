import { expect, test } from 'vitest'
import { tellsTooMuch } from './safe-phrase'

const li = { name: '李小明', preferredName: 'Xiao Li', phone: '13800138000', idNumber: 'E12A34' }

test.each(['我是李小明', '李 小 明的花', 'xiaoli 加油', '尾号 8000', '一三８００', '欠 5 元', '￥5', '¥5', 'e12a34'])(
  '“%s” says too much to stand in every mail',
  (phrase) => expect(tellsTooMuch(phrase, li)).toBe(true),
)

test.each(['青石小巷', '桂花树下 3 只猫', 'rain on bamboo', '半山竹影 12'])('“%s” says nothing of anybody', (phrase) =>
  expect(tellsTooMuch(phrase, li)).toBe(false),
)

test('who has no other name, phone or number on record may choose any words', () =>
  expect(tellsTooMuch('青石小巷', { name: '李小明', preferredName: '', phone: null, idNumber: null })).toBe(false))
