import { expect, test } from 'vitest'
import { withhold } from '@/lib/clients/medical'
import { sentenceOf } from './variable'
import { wording } from './wording'

test('what was typed over several lines runs on in the letter, each line parted from the next', () => {
  const zh = (text: string) => sentenceOf(text, wording['zh-CN'])
  expect(zh('更正九月的还款状态\n\n更正余额 ')).toBe('更正九月的还款状态；更正余额。')
  expect(zh('情况如下：\n九月已还款。\n余额有误。')).toBe('情况如下：九月已还款。余额有误。')
  expect(zh(' \n ')).toBeNull()
  const en = (text: string) => sentenceOf(text, wording.en)
  expect(en('Correct the status\nCorrect the balance.')).toBe('Correct the status; Correct the balance.')
  expect(en('第一行\n第二行')).toBe('第一行；第二行。')
})

test.each(['九月确诊肺癌\n住院化疗', '住院 (三次)\n\n费用 $&1。\n仍在复查', 'In hospital since May\nUnable to work'])(
  'a medical story is still known in a letter after its lines were run on: %j',
  (story) => {
    for (const say of [wording['zh-CN'], wording.en]) {
      expect(withhold(`${sentenceOf(story, say)}`, [story], '')).toMatch(/^[。.]?$/)
    }
  },
)
