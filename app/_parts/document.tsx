import { cookies, headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

const themes = ['light', 'dark'] as const

/** The page around everything: language, theme, and the nonce that the widgets' own style tags need. */
export async function Document({ children }: { children: ReactNode }) {
  const [locale, nonce, jar] = [await getLocale(), (await headers()).get('x-nonce') ?? undefined, await cookies()]
  const theme = themes.find((name) => name === jar.get('parley.theme')?.value)
  return (
    <html lang={locale} data-theme={theme}>
      <head>
        <meta property="csp-nonce" nonce={nonce} />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <link rel="icon" href="/favicon.ico" sizes="any" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <NextIntlClientProvider messages={forBrowser(await getMessages())}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}

/** What only the server says stays on the server: every page would carry it. */
const onServer: ReadonlySet<string> = new Set(['analysis', 'audit', 'auditPages', 'deeds', 'door', 'exports', 'portal'])

const forBrowser = (messages: object) => Object.fromEntries(Object.entries(messages).filter(([part]) => !onServer.has(part)))
