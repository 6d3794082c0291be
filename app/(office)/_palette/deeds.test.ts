import { expect, test } from 'vitest'
import { postOf } from './deeds'

const here = { back: '/board?whose=us', locale: 'zh-CN' }

test('the palette changes language and appearance by the same forms as the navigation, and comes back to the page', () => {
  expect(postOf('dark', here)).toEqual({ action: '/preferences/theme', fields: { theme: 'dark', back: '/board?whose=us' } })
  expect(postOf('language', here)).toEqual({ action: '/preferences/locale', fields: { locale: 'en', back: '/board?whose=us' } })
  expect(postOf('language', { ...here, locale: 'en' })?.fields).toMatchObject({ locale: 'zh-CN' })
  expect(postOf('signOut', here)).toEqual({ action: '/sign-out', fields: {} })
})

test('what happens on the page is sent nowhere', () => {
  expect([postOf('privacy', here), postOf('help', here)]).toEqual([undefined, undefined])
})
