import type { FormState } from './form-state'
import { plainName } from './form-values'

type Field = { name: string; validity: { badInput: boolean } }
type Unread = Record<string, 'date'>

/**
 * The fields whose day a browser cannot read, such as a 30th of February. It hands them over as empty: that would pass for
 * a day nobody gave, and take away the one an old record has.
 */
export const unreadIn = (fields: Iterable<Field>): Unread =>
  Object.fromEntries([...fields].flatMap(({ name, validity }) => (validity.badInput ? [[plainName(name), 'date']] : [])))

/** The state of a form that was not sent because of them: they are told like any other fault. */
export const withUnread = (state: FormState, unread: Unread): FormState =>
  Object.keys(unread).length === 0
    ? state
    : { typed: state.typed, done: state.done, refusal: { code: 'invalid' }, faults: unread }
