import { boardCard, boardColumn, boardWindow } from '@/lib/cases/board.queries'
import { caseHistory } from '@/lib/cases/history.queries'
import { caseList } from '@/lib/cases/list.queries'
import { caseGet } from '@/lib/cases/queries'
import { search } from '@/lib/cases/search.queries'
import { today } from '@/lib/cases/today.queries'
import type { QueryName } from '@/lib/core/permissions'
import type { Query } from '@/lib/core/query'

/** A query as the door knows it: a name, an input to check, and an answer. */
export type Asked<Name extends QueryName = QueryName> = Pick<Query<Name>, 'definition' | 'answer'>
type Queries = { [Name in QueryName]: Asked<Name> }

/** Every way to ask something, by its name. */
export const queries: Partial<Queries> = {
  'board.window': boardWindow,
  'board.column': boardColumn,
  'board.card': boardCard,
  'case.list': caseList,
  'case.get': caseGet,
  'case.history': caseHistory,
  search,
  today,
}
