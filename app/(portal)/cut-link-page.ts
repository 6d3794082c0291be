import { type Locale, locales } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { type Html, html } from '@/lib/platform/html'
import { reachOf, toolsOf } from './missing-page'
import { plainPage, type Reader } from './plain-page'

/** What a link once led to: one's own page, or the due days in a phone's calendar. */
export type LinkKind = 'invitation' | 'calendar'

/**
 * A whole page in plain HTML for a link that nobody gave out, that was cut or that is over. Nothing is known of who holds it, their
 * language neither, so that it says in both what to do; the reader's own comes first.
 */
export function cutLinkPage(reader: Reader, kind: LinkKind, here: string): string {
  const others = locales.filter((locale) => locale !== reader.locale)
  return plainPage(
    { ...reader, tools: toolsOf(reader, here) },
    words[kind](reader.locale).title,
    html`${toldIn(reader, kind)}${others.map(
      (locale) =>
        html`<section lang="${locale}"><h2>${words[kind](locale).title}</h2>${toldIn({ ...reader, locale }, kind)}</section>`,
    )}`,
  )
}

const words: Record<LinkKind, (locale: Locale) => { title: string; text: string }> = {
  invitation: (locale) => ({ title: messages[locale].entry.unknown, text: messages[locale].entry.unknownText }),
  calendar: (locale) => ({ title: messages[locale].entry.calendarGone, text: messages[locale].entry.calendarGoneText }),
}

function toldIn(reader: Reader, kind: LinkKind): Html {
  return html`<p class="lead">${words[kind](reader.locale).text}</p>
${reachOf(reader)}<p><a href="/enter">${messages[reader.locale].entry.title}</a></p>`
}
