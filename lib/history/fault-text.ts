import { type HistoryField, type HistoryGlossary, historyColumn, isHistoryField } from './columns'

type Named = Readonly<Record<string, string>>
/** The glossary of one language, and how it puts words in a row. */
type Glossary = { words: Readonly<Record<HistoryGlossary, Named>>; shell: { and: string } }
type Spoken = Glossary & { faults: Named; history: { wrong: Readonly<Record<'word' | 'words', string>> } }

/** What is wrong with a cell and how to mend it, in one language: a spreadsheet has no list to choose from, so its words are named. */
export function historyFault({ field, fault }: { field: string; fault: string }, say: Spoken): string {
  const kind = isHistoryField(field) ? historyColumn(field).kind : null
  if (fault === 'choice' && isHistoryField(field) && (kind === 'word' || kind === 'words'))
    return say.history.wrong[kind].replace('{words}', historyWords(field, say))
  return say.faults[fault] ?? say.faults['other'] ?? fault
}

/** What may be written in a column of words, in one language. */
export function historyWords(field: HistoryField, { words, shell }: Glossary): string {
  const { codes = [], glossary } = historyColumn(field)
  return codes.map((code) => (glossary && words[glossary][code]) ?? code).join(shell.and)
}
