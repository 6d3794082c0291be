import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { QrCode } from './qr-code'

const drawn = (text: string) => renderToStaticMarkup(<QrCode text={text} label="邀请链接" />)
const link = 'https://parley.example.org/invitations/0123456789abcdefghijklmnopqrstuvwxyzABCDEFG'

test('a code is drawn in place, black on white in either theme, and asks no other site for anything', () => {
  const svg = drawn(link)
  expect(svg).toMatch(/^<svg[^>]+aria-label="邀请链接"/)
  expect(svg).toContain('fill="#ffffff"')
  expect(svg).toContain('fill="#000000"')
  expect(svg).not.toMatch(/href|url\(|<image/)
})

test('four modules of white stand around it on every side, as cameras need them', () => {
  const [left, top, width, height] = (/viewBox="([^"]+)"/.exec(drawn(link))?.[1] ?? '').split(' ').map(Number)
  expect([left, top]).toEqual([-4, -4])
  expect(width).toBe(height)
  // A code of version v has 17 + 4v modules a side.
  expect(((width ?? 0) - 8 - 17) % 4).toBe(0)
})

test('two links give two codes', () => expect(drawn(link)).not.toBe(drawn(`${link}x`)))
