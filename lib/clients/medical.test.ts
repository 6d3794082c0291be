import { expect, test } from 'vitest'
import { isMedical, isMedicalStory, isOnlyAName, namesIllness, withhold } from './medical'

test('illness, injury and death in the family are medical; losing a job is not', () => {
  expect((['ILLNESS', 'INJURY_DISABILITY', 'FAMILY_ILLNESS_DEATH'] as const).every(isMedical)).toBe(true)
  expect(isMedical('UNEMPLOYMENT')).toBe(false)
})

test.each([
  ['UNEMPLOYMENT', '因患抑郁症住院，被公司辞退。'],
  ['SEPARATION', 'After the surgery my husband left.'],
  ['OTHER', '孩子怀疑是白血病'],
  ['UNEMPLOYMENT', '工伤后费用很高'],
  ['OTHER', '家人重病'],
  ['OTHER', '住 院 手 术'],
  ['SEPARATION', '查出乙肝和尿毒症'],
  ['INCOME_REDUCTION', 'He had a stroke in May'],
  ['ILLNESS', '不便多说'],
] as const)('what is told under %s tells of health: %s', (type, narrative) => {
  expect(isMedicalStory({ type, narrative, tellsHealth: false })).toBe(true)
})

test('without a word of health it is by the tick of whoever wrote it down', () => {
  const told = { type: 'UNEMPLOYMENT', narrative: '公司裁员，一直休养，只怪自己语病多、有毛病。' } as const
  expect(isMedicalStory({ ...told, tellsHealth: false })).toBe(false)
  expect(isMedicalStory({ ...told, tellsHealth: true })).toBe(true)
})

test('a letter names an illness by its cause in either language, and only where that is a cause of the client', () => {
  expect(namesIllness('因疾病，自2026年9月起', ['UNEMPLOYMENT', 'ILLNESS'])).toBe(true)
  expect(namesIllness('Because of injury or disability', ['INJURY_DISABILITY'])).toBe(true)
  expect(namesIllness('因疾病保险扣款', ['UNEMPLOYMENT'])).toBe(false)
  expect(namesIllness('因失业，自2026年9月起', ['UNEMPLOYMENT', 'ILLNESS'])).toBe(false)
})

test('a story that is only the name of its cause tells no more than that', () => {
  for (const narrative of ['病', ' 疾病', 'Illness', '']) expect(isOnlyAName({ type: 'ILLNESS', narrative })).toBe(true)
  expect(isOnlyAName({ type: 'ILLNESS', narrative: '疾病住院' })).toBe(false)
  for (const type of ['OTHER', 'UNEMPLOYMENT', 'INJURY_DISABILITY'] as const)
    expect(isOnlyAName({ type, narrative: '家人重病' })).toBe(false)
})

test('a story is taken out also where the letter broke its lines elsewhere, and with signs that mean something to a pattern', () => {
  const story = '住院 (三次)，\n费用 $&1。'
  expect(withhold('具体情况：住院 (三次)，费用\n$&1。望理解。', [story], '（略）')).toBe('具体情况：（略）望理解。')
})

test('the stop that a letter sets after a story goes with it, for the note has its own', () => {
  expect(withhold('具体情况：住院。我希望', ['住院'], '（略。）')).toBe('具体情况：（略。）我希望')
  expect(withhold('In detail: in hospital. I hope', ['in hospital'], '(left out.)')).toBe('In detail: (left out.) I hope')
})

test('which of two stories is the longer one is told without their breaks', () => {
  const stories = ['住院\n\n\n\n\n手术', '住院手术，乳癌。']
  expect(withhold('具体情况：住院手术，乳癌。', stories, '（略。）')).toBe('具体情况：（略。）')
})

test('of two stories one of which begins with the other, nothing of the longer one stays', () => {
  const [short, long] = ['因急性胰腺炎住院', '因急性胰腺炎住院，出院后确诊糖尿病。']
  for (const stories of [
    [short, long],
    [long, short],
  ])
    expect(withhold(`具体情况：${long}`, stories, '（略。）')).toBe('具体情况：（略。）')
})
