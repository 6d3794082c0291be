import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = 'app/(portal)'
const sourceOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)page\.tsx$/.test(file))

/** Of two titles in a page browsers and readers know the first only, and the layout's would come first. */
test('the layout names no page, as each names itself', () => {
  expect(sourceOf('layout.tsx')).not.toMatch(/\btitle:|<title>/)
})

test.each(pages)('%s says in its title what it is', (page) => {
  const source = sourceOf(page)
  const leadsOn = !source.includes('return (') && source.includes('redirect(')
  expect(leadsOn || source.includes('<title>')).toBe(true)
})
