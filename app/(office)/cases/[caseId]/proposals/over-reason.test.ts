import { expect, test } from 'vitest'
import { reasonLacking } from './over-reason'

const typed = (reason: string) => {
  const data = new FormData()
  data.append('overAffordableReason:blank', reason)
  return reasonLacking(data)
}

test('SP-07 whoever goes on above the disposable income says why; blanks are no reason', () => {
  expect(typed('姐姐每月补贴 1,800 元，有书面说明')).toEqual([])
  expect(typed(' \n ')).toEqual([{ field: 'overAffordableReason', fault: 'required' }])
  expect(reasonLacking(new FormData())).toEqual([{ field: 'overAffordableReason', fault: 'required' }])
})
