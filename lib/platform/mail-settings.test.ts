import { afterEach, expect, test, vi } from 'vitest'
import { mailSettings } from './mail-settings'

afterEach(() => vi.unstubAllEnvs())

function settingsWith(mailUrl: string) {
  vi.stubEnv('MAIL_URL', mailUrl)
  vi.stubEnv('DATA_DIR', '/srv/parley')
  vi.stubEnv('NEXTAUTH_URL', 'https://parley.example.org')
  return mailSettings()
}

test('without MAIL_URL mails are files of the data directory', () => {
  expect(settingsWith('')).toEqual({ server: undefined, from: 'no-reply@parley.example.org', folder: '/srv/parley/mail' })
})

test('a name and a password are read as they were meant, and the name is the sender where it is an address', () => {
  expect(settingsWith('smtps://office%40example.org:p%3Aa%2Fss@mail.example.org')).toMatchObject({
    server: { host: 'mail.example.org', port: 465, isSecure: true, user: 'office@example.org', password: 'p:a/ss' },
    from: 'office@example.org',
  })
})

test.each([
  ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, isSecure: false, user: '' }],
  ['smtp://relay:secret@127.0.0.1:2525', { host: '127.0.0.1', port: 2525, user: 'relay' }],
  ['smtp://[::1]:25', { host: '::1', port: 25 }],
])('%s', (address, server) => {
  expect(settingsWith(address)).toMatchObject({ server, from: 'no-reply@parley.example.org' })
})

test('a sender of one’s own is named in the address', () => {
  expect(settingsWith('smtp://relay:secret@mail.example.org?from=help%40example.org').from).toBe('help@example.org')
})

test.each(['smtp://', 'https://mail.example.org', 'mail.example.org:25'])('%s is no mail server', (address) => {
  expect(() => settingsWith(address)).toThrow()
})
