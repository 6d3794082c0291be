import { z } from 'zod'
import { nearestOf } from './nearest'

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const columnName = z.string().min(1)

const factorSpec = z.strictObject({
  column: columnName,
  type: z.enum(['category', 'number', 'ordered']),
  /** The level the others are compared with; by default the largest that can be compared (ordered: the first). */
  reference: text.optional(),
  /** Levels in order, for `ordered`; by default as they sort. */
  levels: z.array(text).min(1).optional(),
  /** When the value was known. Anything after the decision (or the submission it answers) is refused. */
  knownAt: z.string().optional(),
})

const outcomeSpec = z.strictObject({ column: columnName, event: text, nonEvent: text })
const columnSpec = z.strictObject({ column: columnName })
const modelSpec = z.strictObject({ factors: z.array(columnName), include: z.array(columnName).optional() })

/** What to analyse in a sheet (contracts.md 5). */
const analysisSpec = z.strictObject({
  outcome: outcomeSpec,
  factors: z.array(factorSpec).min(1),
  stratifyBy: columnName.nullish(),
  clusterBy: columnName.nullish(),
  /** Factors that belong to the cluster as a whole, such as the size of a lender. */
  clusterLevelFactors: z.array(columnName).optional(),
  /** Days from submission to the decision, or so far for the pending. */
  time: columnSpec.nullish(),
  /** The multivariable model: factors shown adjusted, and columns only adjusted for. By default all factors. */
  model: modelSpec.nullish(),
  /** A column saying how many rows each row stands for (data grouped beforehand). */
  count: columnSpec.nullish(),
})

export type AnalysisSpec = z.infer<typeof analysisSpec>
export type FactorSpec = z.infer<typeof factorSpec>

/** What is wrong with a spec or with the sheet it names, in one code with its values; the sentence is in lib/i18n. */
export type SpecFault =
  | { code: 'shape'; where: string; what: string }
  | { code: 'unknown_key'; key: string; near: string; known: string }
  | { code: 'unknown_column'; column: string; known: string }
  | { code: 'unknown_level'; column: string; level: string; known: string }
  | { code: 'same_outcome'; level: string }
  | { code: 'repeated_factor'; column: string }
  | { code: 'outcome_as_factor'; column: string }
  | { code: 'not_a_factor'; column: string }
  | { code: 'no_rows' }

/** Reads a spec, or says the first thing wrong with its shape; a key that nothing reads before all, as it makes others be missing. */
export function readSpec(given: unknown): { spec: AnalysisSpec } | { fault: SpecFault } {
  const parsed = analysisSpec.safeParse(given)
  if (parsed.success) return { spec: parsed.data }
  const { issues } = parsed.error
  const [stranger] = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [keyFault(issue)] : []))
  if (stranger) return { fault: stranger }
  const [issue] = issues
  return { fault: { code: 'shape', where: issue?.path.join('.') || '(spec)', what: issue?.message ?? '' } }
}

/** The parts of a spec that have keys of their own. */
const parts: Record<string, z.ZodObject> = {
  outcome: outcomeSpec,
  factors: factorSpec,
  time: columnSpec,
  model: modelSpec,
  count: columnSpec,
}

type Stranger = { path: readonly PropertyKey[]; keys: readonly string[] }

function keyFault({ path, keys: [key = ''] }: Stranger): SpecFault {
  const known = Object.keys((parts[String(path[0])] ?? analysisSpec).shape)
  return { code: 'unknown_key', key: [...path, key].join('.'), near: nearestOf(known, key), known: known.join(', ') }
}

/** Every column a spec names. */
export function columnsOf(spec: AnalysisSpec): string[] {
  const single = [spec.outcome.column, spec.stratifyBy, spec.clusterBy, spec.time?.column, spec.count?.column]
  const lists = [...(spec.clusterLevelFactors ?? []), ...(spec.model?.factors ?? []), ...(spec.model?.include ?? [])]
  return [...single, ...spec.factors.map(({ column }) => column), ...lists].flatMap((column) => column ?? [])
}
