import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'

type Reader = { locale: Locale; isLarge: boolean; theme: string | undefined }

/** A whole page in plain HTML that says that something is not there, and leads on. */
export function missingPage({ locale, isLarge, theme }: Reader): string {
  const { product, missing, back, fraud } = messages[locale].portal
  const chosen = theme === 'dark' || theme === 'light' ? ` data-theme="${theme}"` : ''
  return `<!doctype html>
<html lang="${locale}"${isLarge ? ' data-text="large"' : ''}${chosen}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>${missing.title}</title>
<link rel="stylesheet" href="/portal.css">
</head>
<body>
<header class="top"><span class="seal" aria-hidden="true">商</span>${product}</header>
<main id="main">
<h1>${missing.title}</h1>
<p class="lead">${missing.text}</p>
<a class="big" href="/portal">${back}</a>
<p class="safe">${fraud}</p>
</main>
</body>
</html>
`
}
