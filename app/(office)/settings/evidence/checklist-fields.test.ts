import { expect, test } from 'vitest'
import { formValues } from '@/app/_parts/form/form-values'
import { checklistLines } from './checklist-fields'

test('SE-10 rows with a kind of evidence become lines, in their order; empty ones are dropped', () => {
  const form = new FormData()
  const fields: [string, string][] = [
    ['hardship:null', 'UNEMPLOYMENT'],
    ['basedOn:int', '0'],
    ['lines.0.option0', 'PAYSLIP'],
    ['lines.0.option1', ''],
    ['lines.0.option2', 'RESIGNATION_CERT'],
    ['lines.0.required:yes', 'no'],
    ['lines.0.required:yes', 'yes'],
    ['lines.0.months:int', ''],
    ['lines.1.option0', ''],
    ['lines.1.required:yes', 'no'],
    ['lines.10.option0', 'BANK_STATEMENT'],
    ['lines.10.required:yes', 'no'],
    ['lines.10.months:int', '6'],
  ]
  for (const [name, value] of fields) form.append(name, value)
  expect(checklistLines(formValues(form))).toEqual({
    hardship: 'UNEMPLOYMENT',
    basedOn: 0,
    lines: [
      { options: ['PAYSLIP', 'RESIGNATION_CERT'], required: true },
      { options: ['BANK_STATEMENT'], required: false, months: 6 },
    ],
  })
})
