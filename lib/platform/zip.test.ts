import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { inflate, openZip } from './zip'
import { zipChunks } from './zip-write'

const made = new Date('2026-11-21T06:00:00Z')

async function packed(files: Record<string, Uint8Array>) {
  const chunks: Uint8Array[] = []
  const entries = Object.entries(files).map(([name, bytes]) => ({ name, chunks: [bytes] }))
  for await (const chunk of zipChunks(entries, made)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const namesAndTexts = (bytes: Uint8Array) => {
  const opened = openZip(bytes)
  if ('problem' in opened) throw new Error(opened.problem)
  return Object.fromEntries(opened.entries.map((entry) => [entry.name, Buffer.from(inflate(entry) ?? '?').toString('utf8')]))
}

test('what is packed comes out again, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      const opened = openZip(await packed({ '证据/a.bin': bytes, 'b.txt': strToU8('b') }))
      expect('entries' in opened && opened.entries.map((entry) => [entry.name, [...(inflate(entry) ?? [])]])).toEqual([
        ['证据/a.bin', [...bytes]],
        ['b.txt', [98]],
      ])
    }),
    { numRuns: 30 },
  )
})

test('the same files packed twice give the same bytes', async () => {
  const files = { 'a.txt': strToU8('一') }
  expect(await packed(files)).toEqual(await packed(files))
})

test('an archive from another program opens', () => {
  expect(namesAndTexts(zipSync({ 'dir/a.txt': strToU8('甲') }))).toEqual({ 'dir/a.txt': '甲' })
})

describe('hostile archives', () => {
  test.each([
    ['no archive at all', new Uint8Array(100), 'not_a_zip'],
    ['an empty file', new Uint8Array(0), 'not_a_zip'],
    ['a path out of the folder', zipSync({ '../../etc/passwd': strToU8('x') }), 'unsafe_name'],
    ['an absolute path', zipSync({ '/etc/passwd': strToU8('x') }), 'unsafe_name'],
    ['a thousandfold bomb', zipSync({ a: new Uint8Array(20_000_000) }, { level: 9 }), 'bomb'],
  ])('%s is refused', (_, bytes, problem) => {
    expect(openZip(bytes)).toEqual({ problem })
  })

  test('a file behind a password is refused', () => {
    const bytes = zipSync({ a: strToU8('x') })
    const view = Buffer.from(bytes)
    view[view.indexOf('PK\x01\x02', 0, 'latin1') + 8] = 1
    expect(openZip(bytes.map((_, index) => view[index] ?? 0))).toEqual({ problem: 'encrypted' })
  })

  test('more files than the limit are refused before any is read', () => {
    const bytes = zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}`, strToU8('x')])))
    expect(openZip(bytes, { entries: 10, size: 1000, ratio: 100 })).toEqual({ problem: 'bomb' })
  })

  test('a file that unpacks to more than it declares is not unpacked', () => {
    const entry = { name: 'a', size: 10, method: 'deflated' as const, data: deflateRawSync(new Uint8Array(5_000_000)) }
    expect(inflate(entry)).toBeUndefined()
  })

  test('no bytes make it throw', () => {
    const archive = zipSync({ a: strToU8('hello'), b: strToU8('x'.repeat(500)) })
    const damage = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { maxLength: 6 })
    const verdictOf = (bytes: Uint8Array) => {
      const opened = openZip(bytes)
      return 'problem' in opened ? [opened.problem] : opened.entries.map((entry) => typeof inflate(entry))
    }
    fc.assert(
      fc.property(damage, fc.nat(archive.length), (edits, cut) => {
        const changed = new Map(edits)
        expect(verdictOf(archive.map((byte, index) => changed.get(index) ?? byte).slice(0, cut))).toBeInstanceOf(Array)
      }),
    )
    expect(openZip(archive.slice(0, archive.length - 1))).toEqual({ problem: 'not_a_zip' })
  })
})
