import { expect, test } from 'vitest'
import { stratumName } from './level-name'

test('a stratum is named in the reader’s language, and what an office named itself as it was written', () => {
  expect(stratumName('蚂蚁消金 · 借呗', 'en')).toBe('Ant Consumer Finance · Jiebei')
  expect(stratumName('蚂蚁消金 · 借呗', 'zh-CN')).toBe('蚂蚁消金 · 借呗')
  expect(stratumName('甲银行 · 信用卡', 'en')).toBe('甲银行 · Credit card')
})
