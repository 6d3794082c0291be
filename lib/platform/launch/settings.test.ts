import { expect, test } from 'vitest'
import { parseSettings, reachable } from './settings.mjs'

const own = 'postgres://owner:secret@db.example.org:5432/parley'

test('nothing needs to be set', () => {
  const settings = parseSettings({})
  expect(settings).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    address: 'http://127.0.0.1:3000',
    databaseUrl: null,
    now: null,
  })
  expect(settings.dataDir).toMatch(/\/\.data$/)
})

test('a setting left empty counts as not set', () => {
  expect(parseSettings({ PORT: '', DATABASE_URL: '', APP_URL: '' })).toEqual(parseSettings({}))
})

test('Parley opens to the network by itself only with a database and an address of its own', () => {
  expect(parseSettings({ DATABASE_URL: own, APP_URL: 'https://parley.example.org' }).host).toBe('0.0.0.0')
  expect(parseSettings({ DATABASE_URL: own }).host).toBe('127.0.0.1')
  expect(parseSettings({ APP_URL: 'https://parley.example.org' }).host).toBe('127.0.0.1')
  expect(parseSettings({ DATABASE_URL: own, APP_URL: 'https://parley.example.org', HOST: '10.0.0.5' }).host).toBe('10.0.0.5')
})

test('people find it at APP_URL, else where it listens', () => {
  expect(parseSettings({ APP_URL: 'https://parley.example.org/' }).address).toBe('https://parley.example.org')
  expect(parseSettings({ HOST: '0.0.0.0', PORT: '8080' }).address).toBe('http://127.0.0.1:8080')
  expect(reachable('::')).toBe('[::1]')
  expect(reachable('fe80::1')).toBe('[fe80::1]')
})

test('the clock can be stopped on the embedded database only', () => {
  const PARLEY_NOW = '2026-11-21T09:00:00+08:00'
  expect(parseSettings({ PARLEY_NOW }).now).toBe(PARLEY_NOW)
  expect(parseSettings({ PARLEY_NOW, DATABASE_URL: own }).now).toBeNull()
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['HOST', 'two words'],
  ['APP_URL', 'parley.example.org'],
  ['DATABASE_URL', 'mysql://root@localhost/parley'],
  ['MAIL_URL', 'https://mail.example.org'],
  ['MAIL_URL', 'smtp://'],
  ['PARLEY_NOW', 'tomorrow'],
  ['AUTH_TRUST_HOST', 'true'],
])('a wrong %s stops the start with a sentence that names it', (name, value) => {
  expect(() => parseSettings({ [name]: value })).toThrow(new RegExp(`^${name} must .+\\.$`))
})

test('a wrong setting is not repeated, for it may hold a password', () => {
  expect(() => parseSettings({ DATABASE_URL: 'postgre://owner:hunter2@db/parley' })).toThrow(/^(?!.*hunter2)/)
})

test('the role of the app belongs to a database of its own', () => {
  expect(() => parseSettings({ APP_DATABASE_URL: own })).toThrow('without DATABASE_URL')
})
