import { expect, test } from './fixtures'
import { bareCase, post } from './given'
import { cellsOf, download } from './spreadsheet'

test('a table opens in Excel as it is: byte order mark, CRLF, names masked, money as numbers', async ({ as, say }) => {
  const page = await as('supervisor')
  const { name, bytes } = await download(page, 'cases', 'csv')
  expect(name).toMatch(/^案件-\d{4}-\d{2}-\d{2}\.csv$/)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = bytes.toString('utf8')
  expect(text.split('\r\n').length).toBe(text.split('\n').length)

  const [head = [], ...rows] = cellsOf(bytes)
  expect(head.slice(0, 3)).toEqual([say('exports.column.number'), say('exports.column.client'), say('exports.column.creditor')])
  expect(rows.length).toBeGreaterThan(300)
  const owed = head.indexOf(say('exports.column.owed'))
  for (const row of rows) {
    expect(row).toHaveLength(head.length)
    expect(row[1]).toContain('*')
    expect(row[owed]).toMatch(/^\d+\.\d{2}$/)
  }
})

test('a name that a spreadsheet would run as a formula is kept from running', async ({ as }) => {
  const page = await as('supervisor')
  const { clientId, number } = await bareCase(page)
  await post(page, `clients/${clientId}`, { version: 1, name: '=HYPERLINK' }, 'PATCH')
  const [row] = cellsOf((await download(page, 'cases', 'csv')).bytes).filter(([first]) => first === number)
  expect(row?.[1]?.startsWith("'=")).toBe(true)
})

test('a workbook comes as one, with a page of notes', async ({ as }) => {
  const { name, bytes } = await download(await as('supervisor'), 'outcomes', 'xlsx')
  expect(name).toMatch(/\.xlsx$/)
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.toString('latin1')).toContain('xl/worksheets/sheet2.xml')
})

test('a counsellor takes along their own cases, a supervisor everybody’s, and somebody of another office none of them', async ({
  as,
}) => {
  const numbers = async (who: 'supervisor' | 'counsellor' | 'otherCounsellor' | 'stranger') =>
    cellsOf((await download(await as(who), 'cases', 'csv')).bytes)
      .slice(1)
      .map(([number]) => number)
  // The office works on meanwhile: cases may be opened and handed over between one file and the next.
  const [before, theirs, after] = [await numbers('counsellor'), await numbers('otherCounsellor'), await numbers('counsellor')]
  const mine = before.filter((number) => after.includes(number))
  const all = await numbers('supervisor')
  expect(mine.length).toBeGreaterThan(50)
  expect(mine.filter((number) => theirs.includes(number))).toEqual([])
  expect(all).toEqual(expect.arrayContaining([...mine, ...theirs]))
  expect((await numbers('stranger')).length).toBeLessThan(10)
})

test('an export leaves a line in the access log, and is refused to who may not', async ({ as, say }) => {
  await download(await as('otherCounsellor'), 'proposals', 'csv')
  const admin = await as('admin')
  await admin.goto('/settings/access?kind=export')
  const what = say('auditPages.looked.exportOf', { kind: say('exports.kind.proposals') })
  await expect(admin.getByRole('row').filter({ hasText: '陈思远' }).filter({ hasText: what }).first()).toBeVisible()
  expect((await admin.request.get('/reports/cases/export?format=csv')).status()).toBe(403)
  const client = await as('client')
  expect((await client.request.get('/reports/cases/export?format=csv', { maxRedirects: 0 })).status()).not.toBe(200)
})
