import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const spokenOf: (source: string) => string = require('./two-languages.cjs')
const home = 'node_modules/react-aria/dist/private'
const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('intlStrings.mjs'))
const languages = (source: string) => [...new Set([...source.matchAll(/[a-z]{2}-[A-Z]{2}/g)].map(([tag]) => tag))].sort()

test('of the dictionaries that come with the widgets only those of the two languages are left', () => {
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) {
    const source = readFileSync(`${home}/${file}`, 'utf8')
    expect(languages(source).length, file).toBeGreaterThan(30)
    const left = spokenOf(source)
    expect(languages(left), file).toEqual(['en-US', 'zh-CN'])
    expect(left, file).toContain('export {')
  }
})
