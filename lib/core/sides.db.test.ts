import { beforeAll, expect, test, vi } from 'vitest'
import { aClient, clientActor, type Office, openOffice } from '@/db/testing/factories'
import { accessOf } from '@/db/testing/traces'
import type { Actor } from './actor'

let office: Office
let who: Actor

vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => ({ value: 'a token' }) }),
  headers: async () => new Headers({ 'x-path': '/board' }),
}))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`)
  },
}))
vi.mock('next-auth/jwt', () => ({ decode: async () => ({ sid: 'one' }), encode: async () => '' }))
vi.mock('./accounts.queries', () => ({
  actorOfSession: async () => who,
  actorOfApiKey: vi.fn(),
  closeSession: vi.fn(),
  sessionHolds: vi.fn(),
}))

vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')
vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(40))
const { requireClient, requireStaff } = await import('./session')

beforeAll(async () => {
  office = await openOffice()
})

const linesOf = async ({ kind, id }: Actor) => (await accessOf(office)).filter(({ actor }) => actor === `${kind}:${id}`)

test('a client who opens a page of the office is led to their own side, and leaves a line in the access log', async () => {
  who = clientActor(office, await aClient(office))
  await expect(requireStaff()).rejects.toThrow('to /portal')
  expect(await linesOf(who)).toMatchObject([{ kind: 'denied', what: 'page.office:forbidden', object: '/board' }])
  await requireClient()
  expect(await linesOf(who)).toHaveLength(1)
})

test('nor does a counsellor open a client’s pages without a line', async () => {
  who = office.counsellor
  await expect(requireClient()).rejects.toThrow('to /today')
  expect(await linesOf(who)).toMatchObject([{ kind: 'denied', what: 'page.portal:forbidden' }])
})
