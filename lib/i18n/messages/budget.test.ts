import { expect, test } from 'vitest'
import { locales } from '@/db/vocabulary'
import { messages } from '../catalogue'

test.each(locales)(
  'whoever copies a bill in %s is told what of it goes into another field, so that nothing counts twice',
  (locale) => {
    const { help, field } = messages[locale].budget.bill
    expect(help.interest).toContain(field.overdueInterest)
    expect(help.principal).toMatch(/逾期的本金，请先减掉|overdue principal, take it off first/)
  },
)
