import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { downloadHeaders, previewHeaders } from './file-headers'
import { fileStore } from './file-store'

const office = '0190b5a0-0000-7000-8000-000000000001'
const other = '0190b5a0-0000-7000-8000-000000000002'
const hello = Buffer.from('您好')
let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'parley-files-'))
})
afterAll(() => rm(root, { recursive: true }))

test('what is kept is read again, whole', async () => {
  const { hash, size } = await fileStore(root).store(office, hello)
  expect(size).toBe(6)
  expect(await fileStore(root).read(office, hash)).toEqual(hello)
})

test('the same file kept twice, or by twenty at once, is one file', async () => {
  const bytes = Buffer.from('同一份')
  const kept = await Promise.all(Array.from({ length: 20 }, () => fileStore(root).store(office, bytes)))
  const hash = kept[0]?.hash ?? ''
  expect(await readdir(join(root, office, hash.slice(0, 2)))).toEqual([hash])
})

test('one organisation cannot read, or even notice, the file of another', async () => {
  const { hash } = await fileStore(root).store(office, hello)
  expect(await fileStore(root).read(other, hash)).toBeUndefined()
})

test('a kept file is readable by the owner of the process alone', async () => {
  const { hash } = await fileStore(root).store(office, hello)
  const { mode } = await stat(join(root, office, hash.slice(0, 2), hash))
  expect(mode & 0o077).toBe(0)
})

test.each(['../../etc/passwd', `${'a'.repeat(63)}/`, '', 'A'.repeat(64)])('no path can be made of %j', async (hash) => {
  await expect(fileStore(root).read(office, hash)).rejects.toThrow('Not a SHA-256')
  await expect(fileStore(root).read('../..', 'a'.repeat(64))).rejects.toThrow('Not an organisation id')
})

test('a file that was changed on the disk is noticed', async () => {
  const { hash } = await fileStore(root).store(office, Buffer.from('原件'))
  await writeFile(join(root, office, hash.slice(0, 2), hash), '改过')
  await expect(fileStore(root).read(office, hash)).rejects.toThrow('not what was stored')
})

test('a file that is removed is gone, and removing it again does nothing', async () => {
  const { hash } = await fileStore(root).store(office, Buffer.from('删除'))
  await fileStore(root).remove(office, hash)
  await fileStore(root).remove(office, hash)
  expect(await fileStore(root).read(office, hash)).toBeUndefined()
})

test("an organisation that leaves takes all its files along, and nobody else's", async () => {
  const [mine, theirs] = [await fileStore(root).store(office, hello), await fileStore(root).store(other, hello)]
  await fileStore(root).removeAll(office)
  expect(await fileStore(root).read(office, mine.hash)).toBeUndefined()
  expect(await fileStore(root).read(other, theirs.hash)).toEqual(hello)
  await expect(fileStore(root).removeAll('..')).rejects.toThrow('Not an organisation id')
})

test('a download is saved under its Chinese name and never shown, run or guessed by the browser', () => {
  expect(downloadHeaders('陈"伟明\'s 工资单.pdf', 'PDF')).toEqual({
    'Content-Type': 'application/pdf',
    'Content-Disposition':
      "attachment; filename=\"____'s ___.pdf\"; filename*=UTF-8''%E9%99%88%22%E4%BC%9F%E6%98%8E%27s%20%E5%B7%A5%E8%B5%84%E5%8D%95.pdf",
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  })
})

test.each([
  ['签署凭证.pdf', undefined, 'file.pdf'],
  ['签署凭证.pdf', 'authority.pdf', 'authority.pdf'],
  ['签署', undefined, 'file'],
  ['工资单2.pdf', undefined, '___2.pdf'],
])('an old browser saves %s, called %s, as %s', (name, plain, saved) => {
  expect(downloadHeaders(name, 'PDF', plain)['Content-Disposition']).toContain(`filename="${saved}"`)
})

test('a name with line breaks cannot add a header', () => {
  expect(downloadHeaders('a\r\nX: y.pdf', 'PDF')['Content-Disposition']).not.toMatch(/[\r\n]/)
})

test('only our own previews are shown in the page', () => {
  expect(previewHeaders()).toMatchObject({ 'Content-Disposition': 'inline', 'Content-Type': 'image/jpeg' })
})
