import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkPackage } from './package-check'
import { packageChunks } from './packed'

const made = new Date('2026-11-21T06:00:00Z')
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

const texts = { 'index.html': '<p>目录</p>', 'files/01-工资单.txt': '十月工资' }
const listText = `${digest(texts['files/01-工资单.txt'])}  files/01-工资单.txt\n${digest(texts['index.html'])}  index.html\n`

async function packed(): Promise<Uint8Array> {
  const files = Object.entries(texts).map(([path, text]) => ({ path, hash: digest(text), bytes: async () => Buffer.from(text) }))
  const chunks: Uint8Array[] = []
  for await (const chunk of packageChunks(files, made)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('a package checked against its own list', () => {
  test('what was packed is whole, and its list is the one that sha256sum would write', async () => {
    expect(checkPackage(await packed())).toEqual({ files: 2, listHash: digest(listText), faults: [] })
  })

  test('one byte that changed is found, wherever in a file it is', async () => {
    const bytes = await packed()
    const start = Buffer.from(bytes).indexOf('工资单') + Buffer.byteLength('工资单.txt')
    const verdicts = Array.from({ length: 8 }, (_, offset) => {
      const changed = Uint8Array.from(bytes, (byte, index) => (index === start + offset ? byte ^ 1 : byte))
      return checkPackage(changed).faults
    })
    for (const faults of verdicts) expect(faults).toEqual([{ fault: 'changed', path: 'files/01-工资单.txt' }])
  })

  test.each([
    ['a file that is gone', { SHA256SUMS: listText, 'index.html': texts['index.html'] }, 'missing', 'files/01-工资单.txt'],
    ['a file that was slipped in', { ...texts, SHA256SUMS: listText, 'extra.txt': 'x' }, 'not_listed', 'extra.txt'],
    ['a file that was exchanged', { ...texts, SHA256SUMS: listText, 'index.html': 'x' }, 'changed', 'index.html'],
  ])('%s is named', (_, files, fault, path) => {
    const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
    expect(checkPackage(bytes).faults).toEqual([{ fault, path }])
  })

  test('an archive without a list, a list that is none, and no archive at all are told apart', () => {
    expect(checkPackage(zipSync({ 'a.txt': strToU8('a') })).faults).toEqual([{ fault: 'no_list' }])
    expect(checkPackage(zipSync({ SHA256SUMS: strToU8('hello') })).faults).toEqual([{ fault: 'no_list' }])
    expect(checkPackage(strToU8('hello')).faults).toEqual([{ fault: 'not_a_zip' }])
  })
})
