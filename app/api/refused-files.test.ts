import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const app = new URL('../', import.meta.url).pathname
const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => /(route|-response)\.ts$/.test(file))

/** A code alone, nothing at all, or English for everybody. */
const wordless = /Response\.json\(\{ code: [^.}]+(?:\.code)? \}|new Response\((?:null|'[A-Z][\w ]+'), \{ status: (?:4(?!05)\d\d)/

/** What no person follows a link to: a stream that a script listens to, and signing in by a program. */
const forScripts = ['api/board/live/route.ts', 'api/auth/[...nextauth]/route.ts']

test('no address of a file says no in a code alone: there is a sentence for whoever followed a link', () => {
  expect(files.length).toBeGreaterThan(30)
  const bare = files.filter((file) => wordless.test(readFileSync(`${app}${file}`, 'utf8')) && !forScripts.includes(file))
  expect(bare).toEqual([])
})
