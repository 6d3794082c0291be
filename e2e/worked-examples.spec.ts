import { yuan } from '@/app/_parts/amount'
import { expect, test } from './fixtures'
import { get, inDays } from './given'
import { ill, logContact, takeIn } from './intake-steps'
import {
  answer,
  ask,
  confirmInWriting,
  declareApproveSend,
  dues,
  ledgerDues,
  parameter,
  payAndClose,
  saveAnswer,
  sayTheRest,
  standsAt,
  startDraft,
  times,
} from './proposal-steps'

test('SX-01 小李 falls ill and asks for six months more: from the counter to the last instalment', async ({ as, say }) => {
  test.slow() // a whole case, from its first word to its last
  const page = await as('counsellor')
  const kase = await takeIn(page, say, { ...ill, hardship: 'ILLNESS', story: '住院一个月，病假工资减半。' })
  await startDraft(page, say, kase)
  await ask(page, say, 'TERM_EXTENSION').check()
  await parameter(page, say, 'TERM_EXTENSION', 'toPeriods').fill('12')
  await expect(page.getByText(say('proposals.fits', { month: '月供 ¥2,159.41', left: '¥40.59' }))).toBeVisible()
  await expect(dues(page, say)).toHaveText([...times('2,159.41', 11), '2,159.43'])
  await expect(page.getByText('¥25,912.94').first()).toBeVisible()
  await expect(page.getByText(say('proposals.paysMore', { amount: yuan('894.92') }))).toBeVisible()
  await expect(page.getByText(say('proposals.lessAMonth', { amount: yuan('2010.26') }))).toBeVisible()
  await expect(page.getByRole('article')).toContainText('24,000.00')

  await sayTheRest(page, say)
  await declareApproveSend(page, say)
  await standsAt(page, say, kase, 'SUBMITTED')
  await page.goBack()
  await answer(page, say, 'ACCEPTED')
  await saveAnswer(page, say)
  await confirmInWriting(page, say, kase)
  await expect(ledgerDues(page, say)).toHaveText([...times('2,159.41', 11), '2,159.43'])
  await expect(page.getByText('¥25,912.94').first()).toBeVisible()
  await payAndClose(page, say, kase, ['25912.94'])
})

test('SX-02 小张 loses the job, speaks up before the due date and asks for the interest: half is granted, the other half paid first', async ({
  as,
  say,
}) => {
  test.slow()
  const page = await as('otherCounsellor')
  const loan = { principal: '18000.00', interest: '432.00', remainingPeriods: 6, nextDueOn: inDays(5) }
  const month = { income: '6400', fixed: '1800', flexible: '800', reserve: '200', left: '3600.00' }
  const kase = await takeIn(page, say, { loan, month, hardship: 'UNEMPLOYMENT', story: '公司裁员，正在找工作。' })
  const said = { summary: '还款日前说明失业，客服说三天内书面答复。', replyBy: inDays(3) }
  await logContact(page, say, { purpose: 'HARDSHIP_NOTICE', ...said })
  const known = await get<{ firstHardshipContactAt: string }>(page, `cases/${kase.id}`)
  expect(Date.parse(known.firstHardshipContactAt)).toBeLessThan(Date.parse(loan.nextDueOn))
  await startDraft(page, say, kase)
  await ask(page, say, 'WAIVE_INTEREST').check()
  await parameter(page, say, 'WAIVE_INTEREST', 'share').fill('100')
  await expect(page.getByText(say('proposals.waivedSum', { amount: '¥432.00' }))).toBeVisible()
  await expect(dues(page, say)).toHaveText([...times('3,127.25', 5), '3,127.26'])

  await sayTheRest(page, say)
  await declareApproveSend(page, say)
  await answer(page, say, 'ACCEPTED_MODIFIED')
  await parameter(page, say, 'WAIVE_INTEREST', 'share').fill('50')
  const terms = { first: '¥3,343.25', instalment: '¥3,127.25', count: 6, total: '¥18,979.51' }
  await expect(page.getByText(say('proposals.comesTo', terms))).toBeVisible()
  await saveAnswer(page, say)
  await expect(page.getByText('¥18,979.51').first()).toBeVisible()
  await page.goto(`/cases/${kase.id}/proposals`)
  await expect(page.getByText(`${say('words.relief.WAIVE_INTEREST')} 0.50`)).toBeVisible()
  await confirmInWriting(page, say, kase)
  await expect(ledgerDues(page, say)).toHaveText(['3,343.25', ...times('3,127.25', 4), '3,127.26'])
  await payAndClose(page, say, kase, ['18979.51'])
})

test('SX-03 three instalments become six: the monthly amount halves, the interest grows, and it is kept to the end', async ({
  as,
  say,
}) => {
  test.slow()
  const page = await as('counsellor')
  const loan = { principal: '12000.00', remainingPeriods: 3 }
  const kase = await takeIn(page, say, { ...ill, loan, hardship: 'INCOME_REDUCTION', story: '工时减少，收入少了三分之一。' })
  await startDraft(page, say, kase)
  await ask(page, say, 'TERM_EXTENSION').check()
  await parameter(page, say, 'TERM_EXTENSION', 'toPeriods').fill('6')
  await expect(page.getByText(say('proposals.lessAMonth', { amount: yuan('2011.55') }))).toBeVisible()
  await expect(dues(page, say)).toHaveText([...times('2,084.83', 5), '2,084.86'])
  await expect(page.getByText(say('proposals.annual', { simple: '14.40', irr: '15.39' }))).toBeVisible()

  await sayTheRest(page, say)
  await declareApproveSend(page, say)
  await answer(page, say, 'ACCEPTED')
  await saveAnswer(page, say)
  await confirmInWriting(page, say, kase)
  await expect(ledgerDues(page, say)).toHaveText([...times('2,084.83', 5), '2,084.86'])
  await payAndClose(page, say, kase, [...times('2084.83', 5), '2084.86'])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/cases/${kase.id}/agreement`)
  const ledger = page.getByRole('region', { name: say('agreements.ledger') })
  const paid = ledger.locator('tbody').getByText(say('agreements.instalment.PAID'), { exact: true })
  await expect(paid.filter({ visible: true })).toHaveCount(6)
  expect(await ledger.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
})
