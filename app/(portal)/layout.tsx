import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireClient } from '@/lib/core/session'

export const metadata: Metadata = { title: '协商台', robots: { index: false } }

/** The client's side: plain HTML and one plain style sheet, usable before and without any script. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [actor, t, locale, jar] = [await requireClient(), await getTranslations('portal'), await getLocale(), await cookies()]
  const isLarge = jar.get('parley.text')?.value === 'large'
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
          {t('back')}
        </a>
        <header className="top">
          <span className="seal" aria-hidden="true">
            商
          </span>
          {actor.organisationName}
          <div className="tools">
            <Tool
              action="/preferences/text"
              name="text"
              value={isLarge ? 'normal' : 'large'}
              label={t(isLarge ? 'normalText' : 'largeText')}
            />
            <Tool
              action="/preferences/locale"
              name="locale"
              value={locale === 'en' ? 'zh-CN' : 'en'}
              label={t('otherLanguage')}
            />
            <Tool action="/sign-out" name="out" value="1" label={t('signOut')} />
          </div>
        </header>
        <main id="main">{children}</main>
      </body>
    </html>
  )
}

type ToolProps = { action: string; name: string; value: string; label: string }

const Tool = ({ action, name, value, label }: ToolProps) => (
  <form action={action} method="post">
    <input type="hidden" name="back" value="/portal" />
    <button className="tool" type="submit" name={name} value={value}>
      {label}
    </button>
  </form>
)
