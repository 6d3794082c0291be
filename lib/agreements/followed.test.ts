import { expect, test } from 'vitest'
import { agreementStatuses, caseStages } from '@/db/vocabulary'
import { isFollowed } from './followed'

const followed = (status: (typeof agreementStatuses)[number]) => caseStages.filter((stage) => isFollowed(status, stage))

test('a plan that runs is followed wherever its case stands', () => {
  expect(followed('ACTIVE')).toEqual(caseStages)
})
test('one that is paid to the end is followed until its case is closed', () => {
  expect(followed('COMPLETED')).toEqual(['MONITORING'])
})
test('one that has not started, or ended otherwise, is not', () => {
  const others = agreementStatuses.filter((status) => status !== 'ACTIVE' && status !== 'COMPLETED')
  expect(others.flatMap(followed)).toEqual([])
})
