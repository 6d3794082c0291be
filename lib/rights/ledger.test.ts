import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { keepInLedger, readLedger } from './ledger'

const erasure = (n: number) => ({
  organisationId: '11111111-1111-4111-8111-111111111111',
  clientId: `22222222-2222-4222-8222-22222222222${n}`,
  at: '2026-11-21T02:00:00.000Z',
})
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-ledger-'))
})

test('an erasure is written once, and a ledger that is not there yet names nobody', async () => {
  const path = join(folder, 'erased.jsonl')
  expect(await readLedger(path)).toEqual([])
  expect(await keepInLedger(path, [erasure(1)])).toBe(1)
  expect(await keepInLedger(path, [erasure(1), erasure(2)])).toBe(1)
  expect(await readLedger(path)).toEqual([erasure(1), erasure(2)])
  expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(2)
})

test('a ledger that cannot be read is a fault, and never one that names nobody: a restore would bring the erased back', async () => {
  await expect(readLedger(folder)).rejects.toThrow('EISDIR')
})
