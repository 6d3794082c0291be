import { messages } from '@/lib/i18n/catalogue'
import { html } from '@/lib/platform/html'
import { type KnownOffice, plainPage, type Reader } from './plain-page'

/** A whole page in plain HTML that says that something is not there, and leads on; `here`: its address, to come back to. */
export function missingPage(reader: Reader, here: string): string {
  const { missing, back } = messages[reader.locale].portal
  return plainPage(
    { ...reader, tools: toolsOf(reader, here) },
    missing.title,
    html`<p class="lead">${missing.text}</p>
<a class="big" href="/portal">${back}</a>${reachOf(reader)}`,
  )
}

/** Who is in finds the office at the foot of the page; to others it is named where their device is known, or where its number stands. */
export function reachOf({ locale, own = null, office }: Reader) {
  if (own !== null) return null
  const named = office !== undefined && html`<p class="card"><b>${office.organisation}</b> ${numberOf(office)}</p>`
  return html`${named}${office?.phone ? null : html`<p class="note">${messages[locale].entry.reach}</p>`}`
}

const numberOf = ({ phone }: KnownOffice) => (phone === '' ? null : html`<a href="tel:${phone}">${phone}</a>`)

/** As in the head of every page: larger text, the other language, and for who is in the way out. */
export function toolsOf({ locale, isLarge, own = null }: Reader, here: string) {
  const { largeText, normalText, otherLanguage, signOut } = messages[locale].portal
  const size = { name: 'text', value: isLarge ? 'normal' : 'large', label: isLarge ? normalText : largeText }
  const language = { name: 'locale', value: locale === 'en' ? 'zh-CN' : 'en', label: otherLanguage }
  return html`<div class="tools">${tool('/preferences/text', here, size)}${tool('/preferences/locale', here, language)}${
    own !== null && tool('/sign-out', '/portal', { name: 'out', value: '1', label: signOut })
  }</div>`
}

type Pressed = { name: string; value: string; label: string }

const tool = (action: string, back: string, { name, value, label }: Pressed) =>
  html`<form action="${action}" method="post"><input type="hidden" name="back" value="${back}"><button class="tool" type="submit" name="${name}" value="${value}">${label}</button></form>`
