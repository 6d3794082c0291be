import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sourceHash, sourcesOf } from './source-hash.mjs'

let root = ''

function write(file: string, text: string) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  fs.writeFileSync(path.join(root, file), text)
}

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-sources-'))
  for (const file of ['app/page.tsx', 'lib/cases/stages.ts', 'next.config.js', 'package-lock.json']) write(file, file)
})
afterEach(() => fs.rmSync(root, { recursive: true }))

test.each(['app/page.tsx', 'lib/cases/stages.ts', 'next.config.js', 'package-lock.json', 'public/icon.svg'])(
  'a change of %s makes the build stale',
  (file) => {
    const before = sourceHash(root)
    write(file, 'changed')
    expect(sourceHash(root)).not.toBe(before)
  },
)

test.each([
  'lib/cases/stages.test.ts',
  'e2e/board.spec.ts',
  'docs/decisions/0001-money.md',
  'README.md',
  'node_modules/next/package.json',
  '.next/BUILD_ID',
  '.data/secrets.json',
  'db/testing/worker.ts',
  'lib/platform/launch/start.mjs',
])('%s has no part in the build', (file) => {
  const before = sourceHash(root)
  write(file, 'new')
  expect(sourceHash(root)).toBe(before)
})

test('a moved file makes the build stale, though its text is the same', () => {
  const before = sourceHash(root)
  fs.renameSync(path.join(root, 'lib/cases/stages.ts'), path.join(root, 'lib/cases/steps.ts'))
  expect(sourceHash(root)).not.toBe(before)
})

test('the sources come in one order on every system', () => {
  expect(sourcesOf(root)).toEqual(['app/page.tsx', 'lib/cases/stages.ts', 'next.config.js', 'package-lock.json'])
})
