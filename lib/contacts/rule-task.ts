import { type LetterKind, letterKinds } from '@/db/vocabulary'

/** Tasks a rule makes; they carry no title of their own and are told in the reader's language. */
export const ruleTasks = ['CIRCUMSTANCES', 'REFUSED_TWICE', 'MESSAGE', 'DIFFICULTY', 'BUDGET'] as const
export type RuleTask = (typeof ruleTasks)[number]

/** How a rule's task is marked among the tasks of a case. */
export const originOf = (rule: RuleTask) => `rule:${rule}`

/** The rule that made a task; undefined for a person's own. */
export const ruleOf = (origin: string): RuleTask | undefined => ruleTasks.find((rule) => originOf(rule) === origin)

/** How a task is marked that waits for the answer to a letter, or for a paper the client signs. */
export const letterOrigin = (kind: LetterKind) => `letter:${kind}`

/** The letter whose answer a task waits for; undefined for other tasks. */
export const letterOf = (origin: string): LetterKind | undefined => letterKinds.find((kind) => letterOrigin(kind) === origin)
