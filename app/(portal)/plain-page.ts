import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { type Html, html } from '@/lib/platform/html'
import type { OwnFrame } from './own-frame'

/** `own`: of who is in, what stands on every page of theirs; `tools`: what stands in its head, where nothing typed is lost by it. */
export type Reader = {
  locale: Locale
  isLarge: boolean
  theme: string | undefined
  own?: OwnFrame | null
  tools?: Html | null
  /** Of who is not in: the office their device is known to. */
  office?: KnownOffice | undefined
}
export type KnownOffice = { organisation: string; phone: string }

/** A whole page of the client's side in plain HTML, for what is answered without the framework's own pages. */
export function plainPage({ locale, isLarge, theme, own = null, tools = null }: Reader, title: string, main: Html): string {
  const { product, fraud } = messages[locale].portal
  const size = isLarge && html` data-text="large"`
  const colours = (theme === 'dark' || theme === 'light') && html` data-theme="${theme}"`
  return html`<!doctype html>
<html lang="${locale}"${size}${colours}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/portal.css">
</head>
<body>
<header class="top"><span class="seal" aria-hidden="true">商</span>${own?.office ?? product}${tools}</header>
<main id="main">
${own?.leave ?? null}<h1>${title}</h1>
${main}
${own?.safe ?? html`<p class="safe">${fraud}</p>`}
${own?.reach ?? null}
</main>
</body>
</html>
`.text
}
