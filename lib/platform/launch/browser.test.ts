import { expect, test } from 'vitest'
import { candidates } from './browser.mjs'

const sources = (chosen?: string) => candidates(chosen, '/cache/chrome').map(({ source }) => source)

test('the browser somebody names comes first, then the one of the test tool, then those of the system', () => {
  expect(sources('/opt/chrome').slice(0, 3)).toEqual(['CHROME_PATH', 'playwright', 'system'])
  expect(candidates('/opt/chrome', '/cache/chrome')[0]?.executablePath).toBe('/opt/chrome')
})

test('where none is named, none is made up', () => {
  expect(sources()).not.toContain('CHROME_PATH')
})
