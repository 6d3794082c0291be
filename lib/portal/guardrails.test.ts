import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { locales } from '@/db/vocabulary'
import { circumstanceKinds } from '@/db/vocabulary-portal'
import { commandRoles } from '@/lib/core/permissions'
import { messages } from '@/lib/i18n/catalogue'
import { lintText } from '@/lib/letters/lint'
import { commands } from '@/lib/registry/commands'
import { inputSchema } from '@/lib/registry/from-query-string'
import { nextThing } from './next-thing'

/** What this product must not do to people who owe money (domain.md 3.8), looked for in everything a client meets. */

const root = new URL('../../', import.meta.url).pathname
const portalFiles = readdirSync(`${root}app/(portal)`, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
)
const source = (file: string) => readFileSync(`${root}app/(portal)/${file}`, 'utf8')

/** Whatever a page of the client takes its words from, and the mails. */
const parts = new Set([
  'mails',
  ...portalFiles.flatMap((file) => [...source(file).matchAll(/getTranslations\('([\w.]+)/g)].map(([, part]) => part)),
])
// It explains the phrase that is promised elsewhere, to warn of it.
const warns = /glossary\.terms\.interestFreeze\./
const said = locales
  .flatMap((locale) => Object.entries(messages[locale]).flatMap(([part, texts]) => textsIn(texts, `${locale} ${part}`)))
  .filter(({ at }) => [...parts].some((part) => at.slice(at.indexOf(' ') + 1).startsWith(`${part}.`)) && !warns.test(at))

function textsIn(value: unknown, at: string): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${at}.${key}`))
    : []
}

describe('guardrails', () => {
  test('every place a client reads words from is looked at', () => {
    for (const part of ['portal', 'documents', 'notices', 'steps', 'mails', 'words']) expect(parts).toContain(part)
  })

  test('no sentence promises success, claims a right nobody has, advises harm or insults', () => {
    const found = said.flatMap(({ at, text }) => lintText(text).map(({ word }) => `${at}: ${word}`))
    expect(found).toEqual([])
  })

  test('no sentence hurries, threatens or shames', () => {
    const harsh = /老赖|失信|马上还|立即还|最后通牒|倒计时|催收部|immediately pay|final notice|defaulter|last chance/i
    expect(said.filter(({ text }) => harsh.test(text))).toEqual([])
  })

  test('no command takes a lender’s password, a message code, a SIM or a bank card', () => {
    const custody = /alipay|password|smscode|verificationCode|sim(card)?$|bankcard|cardnumber|cvv|pin$/i
    const fields = Object.entries(commands).flatMap(([name, { input }]) =>
      name === 'user.create' ? [] : Object.keys(inputSchema(input).properties ?? {}).map((field) => ({ name, field })),
    )
    expect(fields.length).toBeGreaterThan(100)
    expect(fields.filter(({ field }) => custody.test(field))).toEqual([])
  })

  test('every page of a client says that we never ask for passwords, codes or transfers', () => {
    expect(source('portal/layout.tsx')).toContain("t('fraud')")
    for (const file of ['invitations/[token]/page.tsx', 'enter/page.tsx']) expect(source(file)).toContain("('fraud')")
    expect(messages['zh-CN'].portal.fraud).toMatch(/密码.*验证码.*转账/)
  })

  test('what the office charges is said before an authority is signed', () => {
    const page = source('portal/authority/page.tsx')
    expect(page.indexOf('feePolicy')).toBeGreaterThan(0)
    expect(page.lastIndexOf('authority.fee')).toBeLessThan(page.indexOf('signAuthorityAction}'))
  })

  test('nobody edits a file: no command changes what was received', () => {
    expect(Object.keys(commandRoles).filter((name) => /evidence\.(edit|replace|update|delete)/.test(name))).toEqual([])
  })

  test('no box is ticked before the client ticks it', () => {
    // What stood in a form that was refused may come back: that tick was the client's own.
    const own = /defaultChecked=\{typed(\.\w+|\[\w+\]) === ('on'|kind)\}/g
    const ticked = portalFiles.filter((file) =>
      /type="(checkbox|radio)"[^>]*\b(defaultChecked|checked)/.test(source(file).replaceAll(own, '')),
    )
    expect(ticked).toEqual([])
  })

  test('whoever cannot pay is offered words for it, and warned against borrowing to pay', () => {
    for (const locale of locales) expect(Object.keys(messages[locale].budget.cannot.kinds)).toEqual([...circumstanceKinds])
    expect(messages['zh-CN'].budget.cannot.next).toContain('不要为了还款去借新的钱')
    expect(messages['zh-CN'].budget.cannot.lead).toContain('不会怪您')
  })

  test.each(locales)('whoever needs care is hurried by no word (%s)', (locale) => {
    const calm = Object.values(messages[locale].portal.calm)
    expect(calm.join()).not.toMatch(/马上|立即|尽快|必须|逾期|务必|must|immediately|overdue|urgent|as soon as/i)
    for (const text of calm.slice(2)) expect(text).toMatch(/我们|us/)
  })

  test('one thing at a time: however much waits, a client is asked for one', () => {
    const requests = [1, 2, 3].map((n) => ({ id: `${n}`, code: 'PAYSLIP', name: '工资单', note: '', deadline: null }))
    const waiting = { caseId: 'a', requests, toApprove: { id: 'v', number: 1 }, toSign: null, instalment: null, isTold: false }
    expect(nextThing([waiting, waiting], '2026-11-21')).toMatchObject({ kind: 'approve' })
  })
})

describe('for old phones', () => {
  const css = readFileSync(`${root}public/portal.css`, 'utf8')

  test('the style sheet uses nothing that old engines draw as nothing', () => {
    expect(css).not.toMatch(/oklch\(|@layer|color-mix\(|:has\(|@container|@property/)
    expect(css, 'colours are hex').not.toMatch(/\b(?:rgba?|hsla?|hwb|lab|lch|color)\(/)
  })

  test('how an instalment stands is never cut off on a narrow screen: it goes below its day and amount', () => {
    expect(source('portal/plans/[agreementId]/instalments.tsx')).toContain('className="instalments"')
    const narrow = css.slice(css.indexOf('@media (max-width: 26rem)'))
    expect(narrow).toMatch(/\.instalments tr \{[^}]*flex-wrap: wrap;[^}]*\}/)
    expect(narrow).toMatch(/\.instalments tr > :nth-child\(4\) \{\s*flex: 0 0 100%;/)
  })

  test('it is small, so that the first page stays under 100 kB', () => expect(gzipSync(css).length).toBeLessThan(20_000))

  test('pages are forms and links: a script may help one of them along, and none needs it', () => {
    const helped = portalFiles.filter((file) => /'use client'|onClick|onChange|onSubmit|useState/.test(source(file)))
    expect(helped).toEqual(['portal/uploads/[requestId]/upload-form.tsx'])
    for (const file of helped) expect(source(file)).toMatch(/<form\s+action=\{[^}]+\}\/files`\}\s+method="post"\s+encType=/)
  })
})
