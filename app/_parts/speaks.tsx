import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { messages } from '@/lib/i18n/catalogue'

type Part = keyof (typeof messages)['en']

/** What the frame around every page says, and any form may say. */
export const everywhere = ['failures', 'faults', 'keys', 'palette', 'refusals', 'shell', 'signIn', 'words'] as const

/**
 * The sentences that go to the browser with the pages inside: those of `everywhere` and the parts named. The whole catalogue
 * would be most of every page. A test compares each page with what the components in its browser ask for.
 */
export async function Speaks({ parts = [], children }: { parts?: readonly Part[]; children: ReactNode }) {
  const all = await getMessages()
  const sent: ReadonlySet<string> = new Set([...everywhere, ...parts])
  const messages = Object.fromEntries(Object.entries(all).filter(([part]) => sent.has(part)))
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
