import { beforeEach, expect, test, vi } from 'vitest'
import { Refusal } from '@/lib/core/refusal'
import { POST } from './route'

const here = vi.hoisted(() => ({ sent: [] as string[] }))
const keepTyped = vi.hoisted(() => vi.fn(async () => undefined))
vi.mock('@/lib/core/command', async (original) => ({
  ...(await original<typeof import('@/lib/core/command')>()),
  execute: async (_: object, __: object, { fileName }: { fileName: string }) => {
    here.sent.push(fileName)
    if (fileName.endsWith('.heic')) throw new Refusal('unsupported_type', { problem: 'heic' })
  },
}))
vi.mock('@/lib/core/session', () => ({ currentActor: async () => ({ kind: 'client', id: 'li' }) }))
vi.mock('@/app/(portal)/typed', () => ({ keepTyped }))

beforeEach(() => {
  here.sent = []
  keepTyped.mockClear()
})

async function sentAs(accept: string, ...names: string[]) {
  const data = new FormData()
  for (const name of names) data.append('file', new File(['photo'], name))
  const request = new Request('https://parley.example/portal/uploads/1/files', {
    method: 'POST',
    body: data,
    headers: { accept },
  })
  return POST(request, { params: Promise.resolve({ requestId: '1' }) })
}

test('of several files in one form, one that is refused keeps out no other, and the next page knows its name', async () => {
  const answer = await sentAs('text/html', '一.jpg', '二.heic', '三.jpg')
  expect(here.sent).toEqual(['一.jpg', '二.heic', '三.jpg'])
  expect(answer.headers.get('location')).toBe('/portal/uploads/1?error=heic#fault')
  const values = { sent: '3', taken: '2', notTaken: 'heic 二.heic' }
  expect(keepTyped).toHaveBeenCalledExactlyOnceWith({ form: '/portal/uploads/1', whose: 'li', values })
})

test('all taken leads on, one alone needs no name, and none asks for one', async () => {
  expect((await sentAs('text/html', '一.jpg', '三.jpg')).headers.get('location')).toBe('/portal?done=uploaded#done')
  expect((await sentAs('text/html', '二.heic')).headers.get('location')).toBe('/portal/uploads/1?error=heic#fault')
  expect((await sentAs('text/html')).headers.get('location')).toBe('/portal/uploads/1?error=file#fault')
  expect(keepTyped).not.toHaveBeenCalled()
})

test('a script is answered with a word', async () => {
  const answer = await sentAs('application/json', '二.heic')
  expect([answer.status, await answer.text()]).toEqual([400, 'heic'])
})
