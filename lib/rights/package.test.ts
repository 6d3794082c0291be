import { expect, test } from 'vitest'
import { openZip } from '@/lib/platform/zip'
import { zipChunks } from '@/lib/platform/zip-write'
import { packageOf } from './package'

test('what a person takes along opens as an archive of the data and each file, with no name leading out of it', async () => {
  const files = packageOf({
    data: { name: '欧阳䮌' },
    summary: new Uint8Array([37, 80]),
    files: [{ id: 'e1', name: '../../工资/单.pdf', bytes: new Uint8Array([1, 2, 3]) }],
  })
  const chunks: Uint8Array[] = []
  for await (const chunk of zipChunks(files, new Date('2026-11-21T00:00:00Z'))) chunks.push(chunk)
  const opened = openZip(Buffer.concat(chunks))
  const names = 'entries' in opened ? opened.entries.map(({ name }) => name) : opened.problem
  expect(names).toEqual(['summary.pdf', 'data.json', 'files/e1-__.._工资_单.pdf'])
})
