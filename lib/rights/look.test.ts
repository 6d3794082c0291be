import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { byDay, thingOf } from './look'

/** Every name that code of ours gives to something of a client's it looks at. */
async function namesInUse() {
  const files = await readdir('lib', { recursive: true })
  const texts = files.filter((name) => /\.(queries|commands)\.ts$|queries\.ts$|commands\.ts$/.test(name))
  const names = new Set<string>()
  for (const name of texts) {
    const text = await readFile(join('lib', name), 'utf8')
    for (const [, what = ''] of text.matchAll(/kind: '(?:view|reveal|download|export)', what: '([^']+)'/g)) names.add(what)
  }
  return names
}

/** Lines that are about no client of their own. */
const ofNobody: ReadonlySet<string> = new Set(['client.duplicates', 'job.download', 'analytics.export'])

test('whatever of a client’s somebody of the office looks at has a name a client understands', async () => {
  const names = [...(await namesInUse())].filter((name) => !ofNobody.has(name))
  expect(names.length).toBeGreaterThan(8)
  expect(names.filter((name) => thingOf(name).thing === 'other')).toEqual([])
})

test('budget, papers and loans are told as such; a field of the record by its own name', () => {
  expect(['client.statements', 'client.evidence', 'client.debts'].map((what) => thingOf(what).thing)).toEqual([
    ...['statements', 'evidence', 'debts'],
  ])
  expect(thingOf('client.idNumber')).toEqual({ thing: 'field', field: 'idNumber' })
})

test('what somebody did five times on a day is one line, and the next day another; midnight is Shanghai’s', () => {
  const look = (at: string, who = '李文静') => ({ at, who, kind: 'view', thing: 'debts' as const, field: '' })
  const looks = [
    ...[look('2026-11-21T17:00:00Z'), look('2026-11-21T16:30:00Z'), look('2026-11-21T15:59:00Z')],
    look('2026-11-21T02:00:00Z', '王督导'),
  ]
  expect(byDay(looks, 'Asia/Shanghai').map(({ day, who }) => `${day} ${who}`)).toEqual([
    ...['2026-11-22 李文静', '2026-11-21 李文静', '2026-11-21 王督导'],
  ])
})
