/** Tasks a rule makes; they carry no title of their own and are told in the reader's language. */
export const ruleTasks = ['CIRCUMSTANCES', 'REFUSED_TWICE', 'MESSAGE', 'DIFFICULTY', 'BUDGET'] as const
export type RuleTask = (typeof ruleTasks)[number]

/** How a rule's task is marked among the tasks of a case. */
export const originOf = (rule: RuleTask) => `rule:${rule}`

/** The rule that made a task; undefined for a person's own. */
export const ruleOf = (origin: string): RuleTask | undefined => ruleTasks.find((rule) => originOf(rule) === origin)
