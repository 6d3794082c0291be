import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, type Say, test } from './fixtures'
import { inDays } from './given'
import { recordsOf } from './spreadsheet'

/** Of months gone by: what other tests send meanwhile does not count. */
const goneBy = () => `?to=${inDays(-60)}`

/** The last day that was counted: the period is widened to whole months. */
const lastCounted = async (page: Page) =>
  z.object({ asked: z.object({ to: z.string() }) }).parse(await (await page.request.get(`/api/v1/analytics${goneBy()}`)).json())
    .asked.to

type Counts = { approved: number; refused: number }

/** Approved and refused first versions sent until a day, counted from the tables that anybody can take along. */
async function countsFrom(page: Page, say: Say, until: string): Promise<Counts> {
  const column = (name: 'number' | 'version' | 'sent' | 'outcome' | 'decided') => say(`exports.column.${name}`)
  const sent = (await recordsOf(page, 'proposals')).filter((row) => (row[column('sent')] ?? '') !== '')
  const answers = await recordsOf(page, 'outcomes')
  const first = sent.filter((row) =>
    sent.every(
      (other) =>
        other[column('number')] !== row[column('number')] || Number(other[column('version')]) >= Number(row[column('version')]),
    ),
  )
  const earlier = first.filter((row) => (row[column('sent')] ?? '').slice(0, until.length) <= until)
  const daysToAnswer = (row: Record<string, string>) => {
    const own = answers.filter((answer) => [column('number'), column('version')].every((name) => answer[name] === row[name]))
    const last =
      own
        .map((answer) => answer[column('decided')] ?? '')
        .toSorted()
        .at(-1) ?? ''
    return (Date.parse(last) - Date.parse(row[column('sent')] ?? '')) / 86_400_000
  }
  const became = (...words: string[]) => earlier.filter((row) => words.includes(row[column('outcome')] ?? ''))
  const yes = became(say('words.versionOutcome.ACCEPTED'), say('words.versionOutcome.ACCEPTED_MODIFIED'))
  return {
    approved: yes.filter((row) => daysToAnswer(row) <= 60).length,
    refused: became(say('words.versionOutcome.REJECTED')).length,
  }
}

/** Wilson 1927, equation for the score interval at 95 %. */
function wilson(events: number, n: number) {
  const [z, share] = [1.959963984540054, events / n]
  const middle = share + z ** 2 / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return [middle - half, middle + half].map((limit) => limit / (1 + z ** 2 / n))
}

const percent = (share = 0) => `${(share * 100).toFixed(1)}%`

test('the approval rate is what the answers on record come to, with its interval and its warning', async ({ as, say }) => {
  const page = await as('supervisor')
  const { approved, refused } = await countsFrom(page, say, await lastCounted(page))
  const n = approved + refused
  expect(n).toBeGreaterThan(200)
  await page.goto(`/analytics${goneBy()}`)
  await expect(page.getByText(say('analytics.caveat'))).toBeVisible()
  const rate = page.locator('section').filter({ has: page.getByRole('heading', { name: say('analytics.rate'), exact: true }) })
  await expect(rate).toContainText(percent(approved / n))
  const [low, high] = wilson(approved, n)
  await expect(rate).toContainText(`${percent(low)}–${percent(high)}`)
})

/** Numbers of one level in the table of shares: how many were decided, and how many of them approved. */
async function levelOf(page: Page, say: Say, factor: string, level: string) {
  const rows = page
    .getByRole('region', { name: say('analytics.factors') })
    .locator('tbody')
    .filter({ has: page.getByRole('rowheader', { name: factor }) })
  const cells = rows
    .locator('tr')
    .filter({ has: page.getByRole('cell', { name: level, exact: true }) })
    .getByRole('cell')
  const [n, events] = [Number(await cells.nth(1).innerText()), Number(await cells.nth(2).innerText())]
  return { events, others: n - events }
}

test('an odds ratio is the one its own table gives, with the interval of Woolf 1955', async ({ as, say }) => {
  const page = await as('supervisor')
  await page.goto(`/analytics${goneBy()}&view=raw`)
  const factor = say('words.factor.F-02')
  const [late, due] = [say('analytics.band.D1_30'), say('analytics.band.NOT_DUE')]
  const [ours, reference] = [await levelOf(page, say, factor, late), await levelOf(page, say, factor, due)]
  const ratio = (ours.events * reference.others) / (ours.others * reference.events)
  const spread =
    1.959963984540054 *
    Math.sqrt([...Object.values(ours), ...Object.values(reference)].reduce((sum, count) => sum + 1 / count, 0))
  const shown = page
    .getByRole('region', { name: say('analytics.ratio.crude') })
    .getByRole('row')
    .filter({ hasText: late })
    .filter({ hasText: say('analytics.against', { reference: due }) })
  await expect(shown).toContainText(ratio.toFixed(2))
  await expect(shown).toContainText(`${(ratio * Math.exp(-spread)).toFixed(2)}–${(ratio * Math.exp(spread)).toFixed(2)}`)
})

test('with too few answers there are counts and intervals, and no odds ratio', async ({ as, say }) => {
  const page = await as('supervisor')
  await page.goto('/analytics')
  await page.getByLabel(say('analytics.hardship')).selectOption('INJURY_DISABILITY')
  await page.getByRole('button', { name: say('analytics.apply') }).click()
  await expect(page).toHaveURL(/hardship=INJURY_DISABILITY/)
  await expect(page.getByText(say('analytics.few', { n: 30, each: 10 }))).toBeVisible()
  await expect(page.getByRole('region', { name: say('analytics.ratio.adjusted') })).toHaveCount(0)
  await expect(page.getByText(say('analytics.hidden')).first()).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\/analytics$/)
})

test('a period that ends before it begins is told so at its end, with the rest of the filter as it was', async ({ as, say }) => {
  const page = await as('counsellor')
  for (const [path, part] of [
    ['/analytics', 'analytics'],
    ['/reports/creditors', 'reports'],
  ] as const) {
    await page.goto(`${path}?from=2026-10-02&to=2026-10-01`)
    const end = page.getByLabel(say(`${part}.to`), { exact: true })
    await expect(end).toHaveAccessibleDescription(
      say('faults.of', { field: say(`${part}.to`), fault: say('faults.before_start') }),
    )
    await expect(end).toHaveValue('2026-10-01')
    await expect(page.getByLabel(say(`${part}.from`), { exact: true })).toHaveValue('2026-10-02')
  }
})

test('an analyst sees figures, and no page of a person', async ({ as, say }) => {
  const page = await as('analyst')
  await page.goto('/analytics')
  await expect(page.getByRole('heading', { level: 1, name: say('analytics.title') })).toBeVisible()
  await expect(page.getByRole('link', { name: say('shell.board'), exact: true })).toHaveCount(0)
  for (const path of ['/board', '/cases', '/clients']) expect((await page.goto(path))?.status(), path).toBe(404)
})

test('on paper the warning goes along and the way around the product stays behind', async ({ as, say }) => {
  const page = await as('supervisor')
  await page.goto('/analytics')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(say('analytics.caveat'))).toBeVisible()
  await expect(page.getByRole('navigation', { name: say('shell.nav') })).toBeHidden()
})

test('on paper it is black on white and says what was filtered, whatever the theme', async ({ as, say, baseURL }) => {
  const page = await as('supervisor')
  await page.context().addCookies([{ name: 'parley.theme', value: 'dark', url: baseURL ?? '' }])
  await page.goto('/analytics?hardship=ILLNESS')
  await page.emulateMedia({ media: 'print' })
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement)
    return { color, backgroundColor }
  })
  expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' })
  const filtered = { what: say('analytics.hardship'), value: say('words.hardship.ILLNESS') }
  await expect(page.getByText(say('analyticsReport.chosen', filtered))).toBeVisible()
})

test('the report to hand on is a PDF for who may take figures out, and for nobody else', async ({ as }) => {
  const supervisor = await as('supervisor')
  await supervisor.goto('/analytics')
  const link = supervisor.locator('a[href="/analytics/export?format=pdf"]')
  await expect(link).toBeVisible()
  const report = await supervisor.request.get('/analytics/export?format=pdf')
  expect(report.headers()['content-type']).toBe('application/pdf')
  expect((await report.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const auditor = await as('auditor')
  await auditor.goto('/analytics')
  await expect(auditor.locator('a[href^="/analytics/export"]')).toHaveCount(0)
  expect((await auditor.request.get('/analytics/export?format=pdf')).status()).toBe(403)
})

test('a formula leads to the code that computes it, and to no other file', async ({ as, say }) => {
  const page = await as('analyst')
  await page.goto('/analytics/method')
  await page.getByRole('link', { name: 'stratified.ts' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('analyticsCode.title', { file: 'lib/statistics/stratified.ts' }),
  )
  await expect(page.getByRole('region', { name: 'lib/statistics/stratified.ts' })).toContainText('mantelHaenszel')
  for (const name of ['package', '..%2F..%2Fpackage.json', '%2e%2e%2f%2e%2e%2fpackage.json', 'proportions.ts', 'reference'])
    expect((await page.request.get(`/analytics/method/code/${name}`)).status(), name).toBe(404)
})
