import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

/** As `npm run parley` starts it: a process of its own, with what plain Node can load. */
const parley = (...words: string[]) =>
  run(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/cli/parley.ts', ...words], {
    maxBuffer: 64 * 1024 * 1024,
  })

test('parley manifest tells every route and command, without an office', { timeout: 60_000 }, async () => {
  const { stdout } = await parley('manifest', '--json')
  const all: Record<string, unknown>[] = JSON.parse(stdout)
  expect(all.find(({ name }) => name === 'case.move')).toMatchObject({
    ...{ method: 'POST', path: '/api/v1/cases/{caseId}/move', object: 'case', roles: ['SUPERVISOR', 'COUNSELLOR'] },
  })
  expect(all.map(({ name }) => name)).toContain('caseFile.export')
})
