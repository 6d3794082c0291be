'use server'
import { rowsOf } from '@/app/_parts/form/form-values'
import { staffForm } from '@/app/_parts/form/staff-form'
import { recordHardship } from '@/lib/clients/hardship.commands'
import { saveStatement } from '@/lib/clients/statement.commands'

export const recordHardshipAction = staffForm(recordHardship)
export const saveStatementAction = staffForm(saveStatement, {
  values: ({ lines, ...rest }) => ({ ...rest, lines: rowsOf(lines).filter(hasAmount) }),
})

/** A row of the form that says nothing is no line. */
const hasAmount = (row: unknown) => typeof row === 'object' && row !== null && 'amount' in row
