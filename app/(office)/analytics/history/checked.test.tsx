import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { TakenRow } from '@/app/(office)/_sheet/taken-row'
import { Checked as CheckedClients } from '@/app/(office)/clients/import/checked'
import { messages } from '@/lib/i18n/catalogue'
import { Checked } from './checked'

const words = messages.en.imports
const wrong: TakenRow = { line: 2, state: 'REFUSED', faults: [{ field: 'sentOn', fault: 'date' }] }
const fine: TakenRow = { line: 3, state: 'NEW', faults: [] }
const table = { header: ['Sent'], records: [{ line: 2, cells: ['soon'] }], fileName: 'past.csv' }

const inEnglish = (page: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="Asia/Shanghai" messages={messages.en}>
      {page}
    </NextIntlClientProvider>,
  )
const past = (found: readonly TakenRow[], isTaken = false) =>
  inEnglish(
    <Checked sheet={{ ...table, mapping: ['sentOn'] }} found={found} isBusy={false} isTaken={isTaken} onTake={() => {}} />,
  )

test('a table of which every row is wrong is handed back with the reasons, though nothing can be taken in', () => {
  expect(past([wrong])).toContain(words.resultFile)
  expect(past([wrong])).toContain(messages.en.history.nothing)
  expect(past([wrong, fine])).toContain(words.resultFile)
})

test('where nothing is wrong there is nothing to hand back yet', () => {
  expect(past([fine])).not.toContain(words.resultFile)
})

test('a word that is not known is answered with those that are, in the language of the page', () => {
  const unknown = {
    line: 4,
    state: 'REFUSED',
    faults: [
      { field: 'outcome', fault: 'choice' },
      { field: 'reliefs', fault: 'choice' },
    ],
  } as const
  expect(past([unknown])).toContain('one of: Accepted, Accepted in part,')
  expect(past([unknown])).toContain('between commas: Longer term, Instalment plan,')
  expect(past([unknown])).not.toContain(messages.en.faults.choice)
})

test('once rows are taken in, the file of results is the one of what became of them', () => {
  expect(past([wrong, fine], true)).not.toContain(words.resultFile)
})

test('so is a table of clients', () => {
  const clients = { ...table, mapping: ['name' as const], fixed: {} }
  const page = inEnglish(<CheckedClients sheet={clients} found={[wrong]} isBusy={false} isTaken={false} onTake={() => {}} />)
  expect(page).toContain(words.resultFile)
})
