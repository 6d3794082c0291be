import type { Reading } from '@/lib/core/query'
import { noteOnce } from '@/lib/core/view-note.queries'
import type { Case } from './scope.queries'

/** A line in the access log that this person looked at this case, once a sitting. */
export const noteView = (reading: Reading, { id, clientId }: Pick<Case, 'id' | 'clientId'>) =>
  noteOnce(reading, { what: 'case', object: id, clientId })
