import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
export const text = (file: string) => readFileSync(file, 'utf8')
const opensWith = (file: string, what: string) => new RegExp(`^\\s*['"]${what}['"]`).test(text(file))

/** Every file of ours that a page brings into the browser: its client components and all they load. */
export function inBrowser(page: string): string[] {
  const onServer = new Set<string>()
  const found = new Set<string>()
  const visit = (file: string, isWithBrowser: boolean) => {
    const isHere = isWithBrowser || opensWith(file, 'use client')
    const seen = isHere ? found : onServer
    if (seen.has(file) || opensWith(file, 'use server')) return
    seen.add(file)
    for (const next of loads(file)) visit(next, isHere)
  }
  visit(page, false)
  return [...found]
}

/** The packages a file loads at once. */
export const packagesOf = (file: string) =>
  [...withoutTypes(file).matchAll(/^import\b(?:[^']*? from)? '([^.'][^']*)'/gm)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('@/'))

/** The files of ours a file loads; what it takes only the types of is not loaded. */
function loads(file: string): string[] {
  const source = withoutTypes(file)
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

const withoutTypes = (file: string) => text(file).replaceAll(/^(?:import|export) type [^']*'[^']+'/gm, '')
