import { expect, test } from 'vitest'
import { isMedical, withhold } from './medical'

test('illness, injury and death in the family are medical; losing a job is not', () => {
  expect((['ILLNESS', 'INJURY_DISABILITY', 'FAMILY_ILLNESS_DEATH'] as const).every(isMedical)).toBe(true)
  expect(isMedical('UNEMPLOYMENT')).toBe(false)
})

test('a story is taken out also where the letter broke its lines elsewhere, and with signs that mean something to a pattern', () => {
  const story = '住院 (三次)，\n费用 $&1。'
  expect(withhold('具体情况：住院 (三次)，费用\n$&1。望理解。', [story], '（略）')).toBe('具体情况：（略）望理解。')
})

test('the stop that a letter sets after a story goes with it, for the note has its own', () => {
  expect(withhold('具体情况：住院。我希望', ['住院'], '（略。）')).toBe('具体情况：（略。）我希望')
  expect(withhold('In detail: in hospital. I hope', ['in hospital'], '(left out.)')).toBe('In detail: (left out.) I hope')
})

test('of two stories one of which begins with the other, nothing of the longer one stays', () => {
  const [short, long] = ['因急性胰腺炎住院', '因急性胰腺炎住院，出院后确诊糖尿病。']
  for (const stories of [
    [short, long],
    [long, short],
  ])
    expect(withhold(`具体情况：${long}`, stories, '（略。）')).toBe('具体情况：（略。）')
})
