import { cookies, headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Speaks } from './speaks'

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
        <Speaks>{children}</Speaks>
      </body>
    </html>
  )
}
