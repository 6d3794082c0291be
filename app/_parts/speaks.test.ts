import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { everywhere } from './speaks'

const root = path.resolve(import.meta.dirname, '../..')
const text = (file: string) => readFileSync(file, 'utf8')
const opensWith = (file: string, what: string) => new RegExp(`^\\s*['"]${what}['"]`).test(text(file))

/** The files of ours a file loads; what it takes only the types of is not loaded. */
function loads(file: string): string[] {
  const source = text(file).replaceAll(/^(?:import|export) type [^']*'[^']+'/gm, '')
  const named = [...source.matchAll(/^(?:import|export)\b[^']*? from '([^']+)'|^} from '([^']+)'|import\('([^']+)'\)/gm)]
  return named.flatMap(([, one, other, later]) => {
    const name = one ?? other ?? later ?? ''
    const base = name.startsWith('@/')
      ? path.join(root, name.slice(2))
      : name.startsWith('.')
        ? path.resolve(file, '..', name)
        : ''
    return base === '' ? [] : [`${base}.ts`, `${base}.tsx`].filter((candidate) => existsSync(candidate))
  })
}

/** The parts of the catalogue that components in the browser ask for, behind one page. */
function askedFor(page: string) {
  const onServer = new Set<string>()
  const inBrowser = new Set<string>()
  const visit = (file: string, isWithBrowser: boolean) => {
    const isHere = isWithBrowser || opensWith(file, 'use client')
    const seen = isHere ? inBrowser : onServer
    if (seen.has(file) || opensWith(file, 'use server')) return
    seen.add(file)
    for (const next of loads(file)) visit(next, isHere)
  }
  visit(page, false)
  return new Set([...inBrowser].flatMap(partsNamedIn))
}

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
