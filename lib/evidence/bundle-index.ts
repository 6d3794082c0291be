import type { BundleItem } from '@/db/schema'
import type { ContactChannel } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { words } from '@/lib/i18n/words'
import { html, htmlPage } from '@/lib/platform/html'
import { pageStyle } from '@/lib/platform/page-style'

/** What the index of a bundle says beside its files. Times as the office's clocks show them. */
export type BundleFacts = {
  number: number
  caseNo: string
  client: string
  organisation: string
  recipient: string
  address: string
  channel: ContactChannel
  purpose: string
  sentAt: string
  sentBy: string
  version: number | null
}

/**
 * The index that goes along with a bundle, in Chinese and English on one page: who gives what to whom, how and for what
 * [PIPL 23], that the client declares it true, and every file with its size and fingerprint.
 */
export const bundleIndex = (facts: BundleFacts, items: readonly BundleItem[]): string =>
  htmlPage({
    language: 'zh-CN',
    title: both('title'),
    style: pageStyle,
    body: html`<main>
<h1>${both('title')}</h1>
<dl>${factsOf(facts, items).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<div class="scroll"><table>
<thead><tr><th class="n">${both('number')}</th><th>${both('document')}</th><th>${both('covers')}</th><th class="n">${both('size')}</th><th>${both('hash')}</th></tr></thead>
<tbody>${items.map(rowOf)}</tbody>
</table></div>
<p class="note">${zh.note}</p>
<p class="note" lang="en">${en.note}</p>
</main>`,
  })

const [zh, en] = [messages['zh-CN'].bundles.index, messages.en.bundles.index]
const both = (key: keyof typeof zh) => `${zh[key]} · ${en[key]}`

const factsOf = (facts: BundleFacts, items: readonly BundleItem[]): [label: string, value: string][] => [
  [both('bundle'), String(facts.number)],
  [both('case'), facts.caseNo],
  [both('client'), facts.client],
  [both('from'), facts.organisation],
  [both('to'), facts.recipient],
  [both('address'), facts.address],
  [both('channel'), `${words.channel[facts.channel].zh} · ${words.channel[facts.channel].en}`],
  [both('purpose'), facts.purpose],
  [both('kinds'), [...new Set(items.map(({ nameZh, nameEn }) => `${nameZh} · ${nameEn}`))].join('；')],
  [both('sentAt'), facts.sentAt],
  [both('sentBy'), facts.sentBy],
  ...(facts.version === null ? [] : [[both('version'), String(facts.version)] satisfies [string, string]]),
  [both('truth'), `${zh.truthText} ${en.truthText}`],
]

const rowOf = ({ nameZh, nameEn, label, file, coversFrom, coversTo, size, hash }: BundleItem, index: number) => html`<tr>
<td class="n">${index + 1}</td>
<td>${nameZh} · ${nameEn}${label !== '' && html`<br>${label}`}<br><a href="${hrefOf(file)}">${file}</a></td>
<td>${coversFrom !== null && coversTo !== null && `${coversFrom} – ${coversTo}`}</td>
<td class="n">${size}</td>
<td><code>${hash}</code></td>
</tr>`

/** The path of a file beside the page, as an address. */
const hrefOf = (file: string) => file.split('/').map(encodeURIComponent).join('/')
