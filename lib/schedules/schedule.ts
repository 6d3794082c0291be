import { isOver, start } from './loan'
import { nextRow } from './next-row'
import { payOffOf } from './pay-off'
import type { Row, Schedule } from './plan'
import { shown } from './shown'
import type { Terms } from './terms'

/**
 * The repayment schedule that follows from the terms: dated rows whose parts add up to the fen, the last one absorbing
 * what rounding left. Pure: the same terms give the same rows.
 */
export function schedule(terms: Terms): Schedule {
  const rows: Row[] = []
  for (let loan = start(terms); !isOver(terms, loan); ) {
    const step = nextRow(terms, loan)
    rows.push(step.row)
    loan = step.loan
  }
  const payOff = terms.payOffOn && payOffOf(terms, terms.payOffOn)
  return { rows: terms.rounding.interest ? rows : shown(rows), ...(payOff && { payOff }) }
}
