import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writing } from './write-output'

test('a file that cannot be written is named in a sentence', async () => {
  for (const file of [join(tmpdir(), 'no-such-folder-here', 'cases.csv'), tmpdir()])
    await expect(writing(file, () => writeFile(file, ''))).rejects.toThrow(`${file} cannot be written. Check the path`)
})

test('what fails for another reason is not blamed on the file', async () => {
  const failing = async () => Promise.reject(new Error('the database let go'))
  await expect(writing('cases.csv', failing)).rejects.toThrow('the database let go')
})
