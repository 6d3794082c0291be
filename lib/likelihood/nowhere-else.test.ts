import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url).pathname

/** Where the likelihood may be read: beside a draft, at its switch, and by the list of everything that can be asked. */
const readers = [
  'app/(office)/analytics/method/actions.ts',
  'app/(office)/analytics/method/likelihood-switch.tsx',
  'app/(office)/cases/[caseId]/proposals/[versionId]/likelihood.tsx',
  'lib/likelihood/queries.ts',
  'lib/registry/commands.ts',
  'lib/registry/queries.ts',
]

test('no guard, no command and no page of a client reads the likelihood: nothing is refused by it, and no client sees it', () => {
  const files = ['app', 'lib'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$/.test(file))
  const naming = sources.filter((file) =>
    /from '(@\/lib\/likelihood\/|@\/lib\/analysis\/likelihood'|\.\/likelihood-?)|rules\.likelihood/.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  )
  const pages = ['app/(office)/analytics/method/page.tsx', 'app/(office)/cases/[caseId]/proposals/[versionId]/page.tsx']
  expect(naming.toSorted()).toEqual(
    [...readers, ...pages, 'lib/i18n/catalogue.ts'].filter((file) => naming.includes(file)).toSorted(),
  )
  expect(naming.filter((file) => file.includes('(portal)') || file.startsWith('lib/portal') || file.includes('guard'))).toEqual(
    [],
  )
  expect(naming).toEqual(expect.arrayContaining(readers.slice(1)))
})
