import { expect, test } from 'vitest'
import { overlaysOf } from './overlays'

const note = { disputed: false, holderStage: 'IN_HOUSE' }

test('a case is disputed as long as one of its loan notes is', () => {
  expect(overlaysOf([note, { ...note, disputed: true }], [])).toEqual(['DISPUTED'])
  expect(overlaysOf([note, note], ['DISPUTED'])).toEqual([])
})

test('a case is in court while a loan note is', () => {
  expect(overlaysOf([{ disputed: true, holderStage: 'LITIGATION' }], [])).toEqual(['LEGAL', 'DISPUTED'])
})

test('what somebody has set by hand stays', () => {
  expect(overlaysOf([note], ['SAFEGUARDING', 'LEGAL'])).toEqual(['SAFEGUARDING'])
})
