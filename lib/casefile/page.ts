import { localOf } from '@/lib/contacts/local-instant'
import { messages } from '@/lib/i18n/catalogue'
import { amountText } from '@/lib/letters/wording'
import { type Html, html, htmlPage } from '@/lib/platform/html'
import { money } from '@/lib/platform/money'
import { pageStyle } from '@/lib/platform/page-style'
import { withheld } from './contents'
import { type RecordKind, recordKinds, retentionOf } from './retention'
import { figures, type Rows, rowsOf } from './sections'
import type { CaseFileFacts } from './text'

/** The page of a case file: everything recorded, part by part, readable offline, with links to letters and evidence. */
export function casePage(facts: CaseFileFacts): string {
  const { records, locale, actor, now } = facts
  const t = messages[locale].caseFile
  const rows = rowsOf(facts)
  const title = t.title.replace('{number}', records.case.number)
  const left = withheld(records.evidence).length
  return htmlPage({
    language: locale,
    title,
    style: pageStyle,
    body: html`<main>
<h1>${title}</h1>
<p class="note">${t.made.replace('{time}', localOf(now, actor.timeZone).replace('T', ' ')).replace('{name}', actor.name)} · ${actor.organisationName}</p>
<p class="note">${t.masked} ${t.estimate}</p>
${left > 0 && html`<p><b>${t.withheld.replace('{count}', String(left))}</b></p>`}
<dl>${headOf(facts).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<nav><h2>${t.contents}</h2><ul>${recordKinds.map((kind) => html`<li><a href="#${kind}">${t.kind[kind]} ${rows[kind].length}</a></li>`)}<li><a href="case.json">${t.caseJson}</a></li><li><a href="SHA256SUMS">${t.hashes}</a></li></ul></nav>
${recordKinds.map((kind) => section(kind, rows[kind], facts))}
<h2>${t.hashes}</h2>
<p><a href="SHA256SUMS">SHA256SUMS</a> · ${t.hashesText}</p>
</main>`,
  })
}

function headOf({ records, locale, actor }: CaseFileFacts): [string, string][] {
  const { case: kase, client } = records
  const [{ words, caseFile }, day] = [messages[locale], (at: string | null) => at && localOf(new Date(at), actor.timeZone)]
  const { facts: t } = caseFile
  const all: [string, string | null][] = [
    [t.client, client.maskedName],
    [t.creditor, kase.creditor.legalName],
    [t.product, kase.product.name],
    [t.stage, words.stage[kase.stage]],
    [t.whoseMove, words.mover[kase.whoseMove]],
    [t.owner, kase.owner.name],
    [t.owed, amountText(money(kase.owed))],
    [t.opened, day(kase.openedAt)],
    [t.closed, day(kase.closedAt)],
    [t.outcome, kase.closingOutcome && words.closingOutcome[kase.closingOutcome]],
    [t.goal, kase.goal],
  ]
  return all.flatMap(([label, value]) => (value ? [[label, value.replace('T', ' ')]] : []))
}

function section(kind: RecordKind, rows: Rows, { locale }: CaseFileFacts): Html {
  const { caseFile: t, caseFileColumns: columns } = messages[locale]
  return html`<section id="${kind}">
<h2>${t.kind[kind]}</h2>
<p class="kept">${t.kept.replace('{class}', t.retention[retentionOf[kind]])}</p>
${rows.length === 0 ? html`<p class="note">${t.noRecords}</p>` : table(columns[kind], rows)}
</section>
`
}

function table(titles: Readonly<Record<string, string>>, rows: Rows): Html {
  const columns = Object.entries(titles)
  const side = (key: string) => figures.has(key) && html` class="n"`
  return html`<div class="scroll"><table>
<thead><tr>${columns.map(([key, title]) => html`<th${side(key)}>${title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map(([key]) => html`<td${side(key)}>${row[key] ?? ''}</td>`)}</tr>\n`)}</tbody>
</table></div>`
}
