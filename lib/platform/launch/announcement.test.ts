import { expect, test } from 'vitest'
import { announcement } from './announcement.mjs'
import { parseSettings } from './settings.mjs'

const demo = { isEmpty: false, hasDemo: true }

test('a start ends with the address and the demo logins', () => {
  const lines = announcement(parseSettings({}), demo).trim().split('\n')
  expect(lines[0]).toBe('Parley is running at http://127.0.0.1:3000')
  expect(lines).toContain('  counsellor@demo.test')
  expect(lines).toContain('Demo office, password parley-demo-2026:')
})

test('an empty office is set up first', () => {
  expect(announcement(parseSettings({ PORT: '4000' }), { isEmpty: true, hasDemo: false }).trim()).toBe(
    'Parley is running at http://127.0.0.1:4000/setup',
  )
})

test.each([
  [{ APP_URL: 'http://parley.example.org' }, 'APP_URL is not https'],
  [{ HOST: '0.0.0.0' }, 'HOST opens Parley to the network'],
])('an administrator who sets %j is warned', (env, sentence) => {
  expect(announcement(parseSettings(env), demo)).toContain(sentence)
})

test.each([{}, { APP_URL: 'http://localhost:3000' }, { APP_URL: 'https://parley.example.org', HOST: '0.0.0.0' }])(
  '%j needs no warning',
  (env) => {
    expect(announcement(parseSettings(env), demo)).not.toContain('!')
  },
)
