import { expect, test } from 'vitest'
import { largestText, receivedOrCut } from './received-or-cut'

const address = 'https://parley.example/portal/messages/1/send'
const megabytes = (many: number) => new Uint8Array(many * 1024 * 1024)

/** A form as a browser sends it, in the order of its fields. */
function sent(fields: readonly (readonly [name: string, value: string | File])[]) {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return new Request(address, { method: 'POST', body: data })
}
const textsOf = (data: FormData) =>
  Object.fromEntries([...data].map(([name, value]) => [name, value instanceof File ? value.size : value]))

test('a form with a photo comes whole', async () => {
  const { data, isCut } = await receivedOrCut(
    sent([
      ['body', '您好'],
      ['file', new File([megabytes(2)], '账单.jpg')],
    ]),
  )
  expect({ isCut, texts: textsOf(data) }).toEqual({ isCut: false, texts: { body: '您好', file: 2 * 1024 * 1024 } })
})

test('of a form whose file is too large, what was typed before it stays', async () => {
  const words = 'filename="x" 是什么？\r\n第二行'
  const { data, isCut } = await receivedOrCut(
    sent([
      ['caseId', '1'],
      ['body', words],
      ['file', new File([megabytes(22)], '录像.mp4')],
      ['consent', 'on'],
    ]),
  )
  expect({ isCut, texts: textsOf(data) }).toEqual({ isCut: true, texts: { caseId: '1', body: words } })
})

test('of who is nobody to us any more, no more is read than can be typed', async () => {
  const form = sent([
    ['body', '孩子病了'],
    ['file', new File([megabytes(2)], '账单.jpg')],
  ])
  const { data, isCut } = await receivedOrCut(form, largestText)
  expect({ isCut, texts: textsOf(data) }).toEqual({ isCut: true, texts: { body: '孩子病了' } })
})

test('what is no form, or one without an end, is an empty one', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  for (const body of ['nothing', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb']) {
    const { data } = await receivedOrCut(new Request(address, { method: 'POST', body, headers }))
    expect([...data]).toEqual([])
  }
  const huge = await receivedOrCut(new Request(address, { method: 'POST', body: megabytes(22), headers }))
  expect({ isCut: huge.isCut, texts: [...huge.data] }).toEqual({ isCut: true, texts: [] })
})
