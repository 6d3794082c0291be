import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentActor } from '@/lib/core/session'
import { OtherLanguage, TextSize, Tool } from './tools'

export const metadata: Metadata = { robots: { index: false } }

/** The client's side: plain HTML and one plain style sheet, usable before and without any script. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [actor, t, locale, jar] = [await currentActor(), await getTranslations('portal'), await getLocale(), await cookies()]
  const isLarge = jar.get('parley.text')?.value === 'large'
  const isIn = actor?.kind === 'client'
  const here = (await headers()).get('x-path') ?? '/portal'
  return (
    <html lang={locale} data-text={isLarge ? 'large' : undefined} data-theme={jar.get('parley.theme')?.value}>
      <head>
        <meta property="csp-nonce" nonce={(await headers()).get('x-nonce') ?? undefined} />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href="/portal.css" />
        <link rel="icon" href="/favicon.ico" sizes="any" />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        <header className="top">
          <span className="seal" aria-hidden="true">
            商
          </span>
          {isIn ? actor.organisationName : t('product')}
          {isIn && (
            <div className="tools">
              <TextSize back={here} />
              <OtherLanguage back={here} />
              <Tool action="/sign-out" name="out" value="1" label={t('signOut')} back="/portal" />
            </div>
          )}
        </header>
        <main id="main">{children}</main>
      </body>
    </html>
  )
}
