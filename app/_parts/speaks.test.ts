import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { inBrowser, packagesOf, root, text } from './in-browser'
import { everywhere } from './speaks'

/** The parts of the catalogue that components in the browser ask for, behind one page. */
const askedFor = (page: string) => new Set(inBrowser(page).flatMap(partsNamedIn))

function partsNamedIn(file: string) {
  const source = text(file)
  const spoken = [...source.matchAll(/useTranslations\(\s*'([^'.]+)|useMessages\(\)\.(\w+)/g)].map(
    ([, one, other]) => one ?? other ?? '',
  )
  const taken = [...source.matchAll(/\{([^{}]*)\}\]? = [^\n]*useMessages\(\)/g)].flatMap(
    ([, names = '']) => names.match(/\w+/g) ?? [],
  )
  return [...spoken, ...taken]
}

/** The parts the nearest layout with a voice of its own sends. */
function sentTo(page: string): string[] {
  for (let folder = path.dirname(page); folder.startsWith(path.join(root, 'app')); folder = path.dirname(folder)) {
    const layout = path.join(folder, 'layout.tsx')
    const parts = existsSync(layout) ? /<Speaks\s+parts=\{\[([^\]]*)\]\}/.exec(text(layout))?.[1] : undefined
    if (parts !== undefined) return [...everywhere, ...[...parts.matchAll(/'([^']+)'/g)].map(([, part = '']) => part)]
  }
  return [...everywhere]
}

const pages = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:^|\/)(?:page|layout|error|not-found|loading)\.tsx$/.test(file))
  .map((file) => path.join(root, 'app', file))

test.each(pages.map((page) => path.relative(root, page)))('the browser has every sentence that %s may say', (page) => {
  const sent = sentTo(path.join(root, page))
  expect([...askedFor(path.join(root, page))].filter((part) => !sent.includes(part))).toEqual([])
})

test('no layout sends a part that none of its pages asks for', () => {
  const asked = new Map<string, Set<string>>()
  for (const page of pages) {
    const sent = sentTo(page).join(' ')
    asked.set(sent, new Set([...(asked.get(sent) ?? []), ...askedFor(page)]))
  }
  const idle = [...asked].flatMap(([sent, parts]) =>
    sent
      .split(' ')
      .slice(everywhere.length)
      .filter((part) => !parts.has(part)),
  )
  expect(idle).toEqual([])
})

test('whoever takes sentences themselves says which', () => {
  const files = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const vague = files.filter((file) => /(?:const|let) \w+ = useMessages\(\)(?!\.)/.test(text(path.join(root, 'app', file))))
  expect(vague).toEqual([])
})

test('the walk sees what it should: the board’s own words are asked for behind the board', () => {
  expect(askedFor(path.join(root, 'app/(office)/board/page.tsx'))).toContain('board')
  expect(askedFor(path.join(root, 'app/(office)/clients/page.tsx'))).not.toContain('rights')
})

test('the board brings no explanations of terms into the browser: nothing on a card is headed by one', () => {
  const files = inBrowser(path.join(root, 'app/(office)/board/page.tsx')).map((file) => path.relative(root, file))
  expect(files.filter((file) => /^app\/(?:_ui\/term|_parts\/financial-term)/.test(file))).toEqual([])
  expect(files).toContain('app/(office)/board/peek.tsx')
})

test('the board brings no library into the browser that only the server needs', () => {
  const packages = new Set(inBrowser(path.join(root, 'app/(office)/board/page.tsx')).flatMap(packagesOf))
  expect([...packages].filter((name) => /^(?:zod|drizzle-orm|decimal\.js|pinyin-pro|liquidjs)/.test(name))).toEqual([])
  expect(packages).toContain('react-aria-components')
})
