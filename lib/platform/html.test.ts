import { expect, test } from 'vitest'
import { html, htmlPage } from './html'

test('what somebody wrote is text, whatever it looks like', () => {
  const name = '<script>alert("1")</script> & 张'
  expect(html`<b title="${name}">${[name, html`<i>${1}</i>`]}</b>${null}${false}`.text).toBe(
    '<b title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 张">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 张<i>1</i></b>',
  )
})

test('a page says its language and lets nothing run', () => {
  const page = htmlPage({ language: 'zh-CN', title: '</title><script>', style: 'p{margin:0}', body: html`<p>正文</p>` })
  expect(page).toContain('<html lang="zh-CN">')
  expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'")
  expect(page).not.toMatch(/<script/i)
  expect(page).toContain('<style>p{margin:0}</style>')
})
