import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { type Html, html } from '@/lib/platform/html'

export type Reader = { locale: Locale; isLarge: boolean; theme: string | undefined }

/** The language, size and colours that whoever asks has chosen. */
export async function readerHere(): Promise<Reader> {
  const [locale, jar] = [await getLocale(), await cookies()]
  return { locale, isLarge: jar.get('parley.text')?.value === 'large', theme: jar.get('parley.theme')?.value }
}

/** A whole page of the client's side in plain HTML, for what is answered without the framework's own pages. */
export function plainPage({ locale, isLarge, theme }: Reader, title: string, main: Html): string {
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
<header class="top"><span class="seal" aria-hidden="true">商</span>${product}</header>
<main id="main">
<h1>${title}</h1>
${main}
<p class="safe">${fraud}</p>
</main>
</body>
</html>
`.text
}
