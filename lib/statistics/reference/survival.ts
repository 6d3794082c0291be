import { z } from 'zod'
import { cumulativeIncidence, incidenceAt } from '../competing'
import { type Followed, kaplanMeier, medianTime } from '../kaplan-meier'
import { logRank } from '../log-rank'
import { cell, level, levelsOf, numberIn, type Row, says } from './fields'

const followSpec = z.object({ time: z.string(), status: z.string(), event_level: level, group: z.string().nullish() })

export function survivalCurves(given: unknown, rows: readonly Row[]) {
  return { curves: groupsOf(followSpec.parse(given), rows).map(({ group, followed }) => curve(group, followed)) }
}

export function compareCurves(given: unknown, rows: readonly Row[]) {
  const groups = groupsOf(followSpec.parse(given), rows)
  const followed = groups.map((entry) => entry.followed)
  const { observed, expected, chi2, df, p } = logRank(followed)
  return {
    groups: groups.map(({ group }) => group),
    n: followed.map((group) => group.length),
    observed,
    expected,
    chi2,
    df,
    p,
    peto_rho1_chi2: logRank(followed, 1).chi2,
  }
}

const causes = z.union([z.array(level), z.record(z.string(), level)])
const endSpec = z.object({
  time: z.string(),
  event: z.string(),
  causes,
  censored: level.nullish(),
  times: z.array(z.number()),
  filter: z.unknown().optional(),
})

export function competingEnds(given: unknown, rows: readonly Row[]) {
  const spec = endSpec.parse(given)
  const named = Array.isArray(spec.causes) ? spec.causes.map((cause) => [cause, cause] as const) : Object.entries(spec.causes)
  const wanted = conditions(spec.filter)
  const ended = rows
    .filter((row) => wanted.every(({ column, levels }) => levels.some((one) => says(cell(row, column) ?? '', one))))
    .flatMap((row) => {
      const [time, text] = [numberIn(row, spec.time), cell(row, spec.event)]
      return time === null || text === null ? [] : [{ time, cause: named.find(([, code]) => says(text, code))?.[0] ?? null }]
    })
  const incidence = cumulativeIncidence(ended)
  const shown = spec.times.map((time) => incidenceAt(incidence, time))
  return {
    n: ended.length,
    times: spec.times,
    event_free: shown.map((entry) => entry.eventFree),
    ...Object.fromEntries(named.map(([cause]) => [`events_${cause}`, ended.filter((row) => row.cause === cause).length])),
    ...Object.fromEntries(named.map(([cause]) => [`cif_${cause}`, shown.map((entry) => entry.byCause.get(cause) ?? 0)])),
  }
}

function curve(group: string, followed: Followed[]) {
  const steps = kaplanMeier(followed)
  const [logLog, log] = [medianTime(steps, 'logLog'), medianTime(steps, 'log')]
  return {
    group,
    n: followed.length,
    events: followed.filter(({ event }) => event).length,
    time: steps.map((step) => step.time),
    n_risk: steps.map((step) => step.atRisk),
    n_event: steps.map((step) => step.events),
    survival: steps.map((step) => step.survival),
    greenwood_se: steps.map((step) => step.greenwoodSe),
    loglog_lower: steps.map((step) => step.logLog[0]),
    loglog_upper: steps.map((step) => step.logLog[1]),
    log_lower: steps.map((step) => step.log[0]),
    log_upper: steps.map((step) => step.log[1]),
    plain_lower: steps.map((step) => step.plain[0]),
    plain_upper: steps.map((step) => step.plain[1]),
    median_loglog: [logLog.median, ...logLog.interval],
    median_log: [log.median, ...log.interval],
  }
}

function groupsOf(spec: z.infer<typeof followSpec>, rows: readonly Row[]): { group: string; followed: Followed[] }[] {
  const { group } = spec
  if (!group) return [{ group: 'all', followed: followedIn(spec, rows) }]
  return levelsOf(rows, group).map((name) => ({
    group: name,
    followed: followedIn(
      spec,
      rows.filter((row) => cell(row, group) === name),
    ),
  }))
}

function followedIn(spec: z.infer<typeof followSpec>, rows: readonly Row[]): Followed[] {
  return rows.flatMap((row) => {
    const [time, status] = [numberIn(row, spec.time), cell(row, spec.status)]
    return time === null || status === null ? [] : [{ time, event: says(status, spec.event_level) }]
  })
}

type Condition = { column: string; levels: string[] }

const oneOrMore = z.union([level.transform((one) => [one]), z.array(level)])

/** A filter as {column: level or levels}, as {column, value}, or as the text "column == level". */
function conditions(filter: unknown): Condition[] {
  const text = z.string().safeParse(filter).data
  if (text) return text.split('&').flatMap(comparison)
  const explicit = z.object({ column: z.string(), value: oneOrMore }).safeParse(filter).data
  if (explicit) return [{ column: explicit.column, levels: explicit.value }]
  const byColumn = z.record(z.string(), oneOrMore).safeParse(filter).data ?? {}
  return Object.entries(byColumn).map(([column, levels]) => ({ column, levels }))
}

function comparison(text: string): Condition[] {
  const [, column, value] = /^\s*([\w.]+)\s*={1,2}\s*["']?(.*?)["']?\s*$/.exec(text) ?? []
  return column !== undefined && value !== undefined ? [{ column, levels: [value] }] : []
}
