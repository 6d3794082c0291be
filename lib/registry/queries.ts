import type { QueryName } from '@/lib/core/permissions'
import type { Query } from '@/lib/core/query'

/** A query as the door knows it: a name, an input to check, and an answer. */
export type Asked<Name extends QueryName = QueryName> = Pick<Query<Name>, 'definition' | 'answer'>
type Queries = { [Name in QueryName]: Asked<Name> }

/** Every way to ask something, by its name. */
export const queries: Partial<Queries> = {}
