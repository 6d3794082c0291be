'use client'

/** The last resort, when not even the layout could be shown: both languages, because none is known. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body style={{ fontFamily: 'sans-serif', padding: '2rem', lineHeight: 1.6 }}>
        <h1>出了意外问题 · Something unexpected happened</h1>
        <p>您的内容没有被更改，请重试。Nothing was changed; please try again.</p>
        <button type="button" onClick={reset}>
          重试 · Try again
        </button>
      </body>
    </html>
  )
}
