import { z } from 'zod'
import { plainPage, type Reader } from '@/app/(portal)/plain-page'
import { messages } from '@/lib/i18n/catalogue'
import { html } from '@/lib/platform/html'

const told = z.object({ detail: z.string(), fields: z.record(z.string(), z.array(z.string())).default({}) })

/** A whole page in plain HTML that says why there is no file, and leads back; `problem`: what a script would be told. */
export function refusedPage(reader: Reader, problem: unknown, page: string): string {
  const { detail, fields } = told.parse(problem)
  const { faults, failures, shell } = messages[reader.locale]
  const office = { office: shell.product, leave: null, safe: html``, reach: html`` }
  const lines = Object.entries(fields).map(([field, sentences]) => html`<li>${field}: ${sentences.join(' ')}</li>`)
  return plainPage(
    { ...reader, own: reader.own ?? office },
    faults.notDone,
    html`<p class="lead">${detail}</p>
${lines.length > 0 && html`<ul>${lines}</ul>`}
<a class="big" href="${page}">${page === '/' ? failures.home : failures.back}</a>`,
  )
}
