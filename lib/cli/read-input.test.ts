import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, expect, test, vi } from 'vitest'
import { command } from './lines/analyse'
import { bytesOf, jsonOf } from './read-input'

const piped = (text: string) => {
  const stdin = Object.assign(Readable.from([Buffer.from(text)]), { fd: 0 as const })
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(stdin as unknown as typeof process.stdin)
}

afterEach(() => vi.restoreAllMocks())

test('a spec saved by an editor that marks its files is read like any other', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'parley-')), 'spec.json')
  writeFileSync(file, '\uFEFF{"outcome": 1}')
  expect(await jsonOf(file)).toEqual({ outcome: 1 })
})

test('a sheet may be piped in, and a spec too, but not both at once', async () => {
  piped('a,b\n1,2\n')
  expect(Buffer.from(await bytesOf('-')).toString()).toBe('a,b\n1,2\n')
  piped('\uFEFF{"outcome": 2}')
  expect(await jsonOf('-')).toEqual({ outcome: 2 })
  await expect(command.run({ file: '-', spec: '-' })).rejects.toThrow('cannot both be piped in')
})
