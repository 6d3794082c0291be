import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import type { Cell } from '@/lib/platform/table'
import type { ExportRow } from './kinds'

/** A row with its codes written as the glossary's words, as people read them in a spreadsheet. */
export function named(row: ExportRow, locale: Locale): ExportRow {
  const { words, shell } = messages[locale]
  const word = (kind: Record<string, string>, code: Cell | undefined) =>
    typeof code === 'string' ? (kind[code] ?? code) : (code ?? null)
  return {
    ...row,
    stage: word(words.stage, row.stage),
    whoseMove: word(words.mover, row.whoseMove),
    hardship: word(words.hardship, row.hardship),
    closing: word(words.closingOutcome, row.closing),
    channel: word(words.channel, row.channel),
    outcome: word(words.versionOutcome, row.outcome),
    result: word(words.decision, row.result),
    reasons:
      typeof row.reasons === 'string'
        ? row.reasons
            .split(' ')
            .filter(Boolean)
            .map((code) => word(words.refusalReason, code))
            .join(shell.and)
        : null,
    ratios: typeof row.ratios === 'string' ? row.ratios.replace(/[A-Z_]+/g, (code) => String(word(words.relief, code))) : null,
  }
}
